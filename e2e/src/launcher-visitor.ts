import type { FrameLocator, Page } from 'playwright'
import { checkAccess, checkLayout } from './access.ts'
import { expect } from './fixtures.ts'
import { find } from './visitor.ts'
import { type Language, wordsIn } from './words.ts'

/** The window that a launcher opens with. */
export const desk = { width: 1280, height: 800 }

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

/** Plays for a second of the game's own frames, since playtime is what is counted afterwards. */
export async function playASecond(game: FrameLocator): Promise<void> {
  await game.locator('body').evaluate(async () => {
    for (const begun = performance.now(); performance.now() - begun < 1_000; )
      await new Promise((resolve) => requestAnimationFrame(resolve))
  })
}

/** Makes a look at a screen: laid out as narrow as `narrow` and as wide as a desk's window, and accessible there. */
export function looksOf(
  shoot: (page: Page, name: string) => Promise<void>,
  narrow: { width: number; height: number },
): (page: Page, name: string) => Promise<void> {
  return async (page, name) => {
    for (const [size, ending] of [
      [narrow, `-${narrow.width}`],
      [desk, ''],
    ] as const) {
      await page.setViewportSize(size)
      await (size === desk ? checkAccess : checkLayout)(page)
      await shoot(page, `${name}${ending}`)
    }
  }
}
