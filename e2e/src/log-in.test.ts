import { expect, test } from './fixtures.ts'
import { newPerson } from './person.ts'
import { close, find, newPage } from './visitor.ts'
import { wordsIn } from './words.ts'

const game = { en: 'Orbital Post', ru: 'Орбитальная почта' }

for (const seenBefore of [false, true])
  test(`who logs in finds the store in the profile’s language, not the browser’s${seenBefore ? ', also where it was shown before' : ''}`, async ({
    browser,
    store,
  }) => {
    const { web } = wordsIn('en')
    const complaints: string[] = []
    const person = await newPerson(store.url, 'ru')
    const page = await newPage(browser, 'en', complaints)
    if (seenBefore) {
      await page.goto(store.url)
      await expect(page.getByRole('link', { name: game.en }).first()).toBeVisible()
      await find(page.getByRole('banner')).link(web('common.nav.login')).click()
    } else await page.goto(`${store.url}/login`)
    await find(page).field(web('auth.email')).fill(person.email)
    await find(page).field(web('auth.password')).fill(person.password)
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await expect(page).toHaveURL(`${store.url}/`)
    // And again when it is opened anew, before anybody knows who it is.
    for (const come of [() => null, () => page.reload()]) {
      await come()
      await expect(page.getByRole('link', { name: game.ru }).first()).toBeVisible()
      await expect(page.getByRole('link', { name: game.en })).toHaveCount(0)
    }
    expect(complaints).toEqual([])
    await close(page)
  })

test('a log-in outlives an older answer to who is there, and a click waits for a late one', async ({
  browser,
  store,
}) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const person = await newPerson(store.url)
  const page = await newPage(browser, 'en', complaints)
  const { field, link, button } = find(page)
  /** Holds back what the store says of who is there, as it is now, until it is let go. */
  const holdAnswer = async () => {
    const [held, { promise: letGo, resolve: go }] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route(/auth\.me/u, async (route) => {
      const response = await route.fetch()
      held.resolve()
      await letGo
      await route.fulfill({ response })
    })
    return {
      held: held.promise,
      async letGo() {
        const come = page.waitForEvent('requestfinished', (request) => request.url().includes('auth.me'))
        go()
        await come
        await page.unroute(/auth\.me/u)
      },
    }
  }

  const guest = await holdAnswer()
  await page.goto(`${store.url}/login`)
  await guest.held
  await field(web('auth.email')).fill(person.email)
  await field(web('auth.password')).fill(person.password)
  await page.keyboard.press('Enter')
  const account = page.getByRole('button', { name: new RegExp(web('common.nav.account'), 'u') })
  await expect(account).toBeVisible()
  await guest.letGo()
  await link(web('common.nav.library')).click()
  await expect(page.getByRole('heading', { name: web('library.title'), level: 1 })).toBeVisible()
  await expect(account).toBeVisible()

  const late = await holdAnswer()
  await page.goto(`${store.url}/game/orbital-post`)
  await late.held
  await button(web('payments.offer.buy')).click()
  await late.letGo()
  await expect(page.getByRole('dialog', { name: web('payments.buy.title', { title: game.en }) })).toBeVisible()
  expect(complaints).toEqual([])
  await close(page)
})
