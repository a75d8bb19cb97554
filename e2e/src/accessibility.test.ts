import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { newPerson } from './person.ts'

const open = ['/', '/search?q=tram', '/game/orbital-post', '/login', '/register', '/confirm', '/reset', '/nothing-here']
const own = ['/library', '/wallet', '/history']
const looks = [
  { locale: 'ru-RU', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { locale: 'en-US', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const

for (const look of looks)
  test(`every page is accessible in ${look.locale}, ${look.colorScheme}, ${look.viewport.width} wide`, async ({
    browser,
    store,
  }) => {
    const context = await browser.newContext(look)
    const page = await context.newPage()
    for (const path of open) await check(page, store.url + path)
    const { email, password } = await newPerson(store.url)
    await page.goto(`${store.url}/login`)
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')
    for (const path of own) await check(page, store.url + path)
    await context.close()
  })

async function check(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${url}: ${id} at ${nodes.map((node) => node.target).join(', ')}`)).toEqual(
    [],
  )
  // Nothing sticks out to the side of a phone.
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    url,
  ).toBe(0)
}
