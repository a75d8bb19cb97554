import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright'
import { expect } from './fixtures.ts'
import { type Language, wordsIn } from './words.ts'

/** What everybody chooses who comes by newPerson. */
export const password = 'a kettle on a slow fire'
export const phone = { viewport: { width: 390, height: 844 } } as const

/** A page in a browser of its own. What the browser itself complains of is added to `complaints`: a broken script, or one that the store's own policy refused. */
export async function newPage(
  browser: Browser,
  language: Language,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const locale = { en: 'en-US', ru: 'ru-RU' }[language]
  // Most stories don't wait for animations; `npm run test:all` tells them with the motion that most people see.
  const reducedMotion = process.env.KETTLE_TESTS === 'all' ? 'no-preference' : 'reduce'
  const context = await browser.newContext({ locale, reducedMotion, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  return page
}

/** Controls of a page, or of a part of it, by their exact names. */
export function find(page: Page | Locator) {
  return {
    field: (name: string) => page.getByLabel(name, { exact: true }),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    link: (name: string) => page.getByRole('link', { name, exact: true }),
  }
}

/** A browser of its own, logged in by cookie as the form would do it, at the store's front page. */
export async function logIn(
  browser: Browser,
  store: string,
  email: string,
  language: Language,
  complaints: string[],
  options: BrowserContextOptions = {},
  chosen = password,
): Promise<Page> {
  const { web } = wordsIn(language)
  const page = await newPage(browser, language, complaints, options)
  const answer = await page.request.post(`${store}/trpc/auth.login`, {
    headers: { 'x-kettle-client': 'web' },
    data: { email, password: chosen },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await page.goto(store)
  await expect(page.getByRole('button', { name: new RegExp(web('common.nav.account'), 'u') })).toBeVisible()
  return page
}

/** Closes the browsers of these pages. */
export async function close(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()))
}
