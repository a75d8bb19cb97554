import type { Page } from 'playwright'
import { expect } from './fixtures.ts'
import { find } from './visitor.ts'
import { type Language, wordsIn } from './words.ts'

/** Logs in on a launcher's screen. */
export async function enterLauncher(
  page: Page,
  { email, password }: { email: string; password: string },
  language: Language,
): Promise<void> {
  const { launcher } = wordsIn(language)
  await find(page).field(launcher('login.email')).fill(email)
  await find(page).field(launcher('login.password')).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: launcher('library.title') })).toBeVisible()
}
