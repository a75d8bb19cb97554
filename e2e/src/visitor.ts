import type { Browser, BrowserContextOptions, Page } from 'playwright'
import type { Language } from './words.ts'

/** A page in a browser of its own. What the browser itself complains of is added to `complaints`: a broken script, or one that the store's own policy refused. */
export async function newPage(
  browser: Browser,
  language: Language,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const locale = { en: 'en-US', ru: 'ru-RU' }[language]
  const context = await browser.newContext({ locale, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  return page
}
