import type { Page } from 'playwright'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { newPerson } from './person.ts'

const open = [
  '/',
  '/search?q=tram',
  '/game/orbital-post',
  '/game/slow-light#reviews',
  '/login',
  '/register',
  '/confirm',
  '/reset',
  '/nothing-here',
]
const own = [
  '/library',
  '/wallet',
  '/history',
  '/account',
  '/account/security',
  '/account/sessions',
  '/account/data',
  '/account/people',
  '/friends',
  '/friends?section=find',
  '/messages',
]
const looks = [
  { language: 'ru', locale: 'ru-RU', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { language: 'en', locale: 'en-US', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const

for (const look of looks)
  test(`every page is accessible in ${look.locale}, ${look.colorScheme}, ${look.viewport.width} wide`, async ({
    browser,
    store,
  }) => {
    const context = await browser.newContext(look)
    const page = await context.newPage()
    for (const path of open) await check(page, store.url + path)
    const { email, password } = await newPerson(store.url, look.language)
    await page.goto(`${store.url}/login`)
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')
    await expect(page.locator('html')).toHaveAttribute('lang', look.language)
    for (const path of own) await check(page, store.url + path)
    await context.close()
  })

async function check(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await checkAccess(page)
}
