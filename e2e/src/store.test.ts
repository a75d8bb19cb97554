import type { Page, Route } from 'playwright'
import { buildGamePage } from '../../packages/db/src/factories.ts'
import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { pushSmallBuild } from './kettle.ts'
import { logIn as logInByScript, newPerson } from './person.ts'
import { close, find, logIn, newPage, phone } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

/** A game of the demo store, as somebody would describe it who types in a hurry. */
const game = {
  en: { title: 'Orbital Post', begun: 'orb', query: 'deliver leters between planets' },
  ru: { title: 'Орбитальная почта', begun: 'орб', query: 'доставлять письма на другие плонеты' },
}
/** What the sandbox provider's page says. */
const pay = {
  en: { paid: 'Pay', declined: 'Decline', left: 'Leave without paying' },
  ru: { paid: 'Оплатить', declined: 'Отказать', left: 'Уйти, не заплатив' },
}
const looks = { ru: phone, en: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } } } as const

/** Checks what is on screen for access, and keeps a picture of it. */
const lookBy = (shoot: (page: Page, name: string) => Promise<void>) => async (page: Page, name: string) => {
  await checkLayout(page)
  await shoot(page, name)
}

for (const language of storyLanguages('ru')) {
  const { web } = wordsIn(language)

  test(`a game is found and looked at, in ${language}`, async ({ browser, store, shoot }) => {
    const complaints: string[] = []
    const { title, begun, query } = game[language]
    const guest = await newPage(browser, language, complaints, looks[language])
    const look = lookBy(shoot)

    await test.step('five rows, personal ones with a word to the guest', async () => {
      await guest.goto(store.url)
      for (const row of ['popular', 'recommended', 'discounted', 'friendsRecent', 'new'])
        await expect(guest.getByRole('heading', { name: web(`search.store.${row}`), exact: true })).toBeVisible()
      await expect(guest.getByText(web('search.store.invitation'))).toBeVisible()
      await look(guest, 'store')
    })

    await test.step('the field suggests, and its keys choose', async () => {
      const field = guest.getByRole('combobox', { name: web('common.search.label') })
      // Each letter is answered; only the last answer is in the order that the arrows shall walk.
      const answered = guest.waitForResponse((response) => decodeURIComponent(response.url()).includes(`"${begun}"`))
      await field.pressSequentially(begun)
      await answered
      // While the old list stands in for the new one its number is not said.
      await expect(guest.getByRole('search').getByRole('status')).toHaveText(/\S/u)
      const option = guest.getByRole('option', { name: title })
      await expect(option).toBeVisible()
      await expect(field).toHaveAttribute('aria-expanded', 'true')
      await field.press('ArrowDown')
      await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? 'none')
      await look(guest, 'suggestions')
      await field.press('Escape')
      await expect(option).toBeHidden()
      await expect(field).toHaveValue(begun)
      await field.press('ArrowDown')
      await expect(option).toBeVisible()
      await field.press('ArrowDown')
      await field.press('Enter')
      await expect(guest.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await expect(guest.locator('#main')).toBeFocused()
    })

    await test.step('finds it by what it is about, slip and all', async () => {
      const field = guest.getByRole('combobox', { name: web('common.search.label') })
      await field.fill(query)
      await field.press('Enter')
      await expect(guest).toHaveURL(/\/search\?q=/u)
      await expect(guest.getByRole('link', { name: title })).toBeVisible()
      await look(guest, 'found')
    })

    await test.step('narrows all games by facets that live in the address', async () => {
      await guest.goto(`${store.url}/search`)
      await expect(guest.getByRole('heading', { name: web('results.all') })).toBeVisible()
      const narrow = async () => {
        const filters = guest.getByRole('button', { name: web('results.filters.title') })
        if (await filters.isVisible()) await filters.click()
        const place = language === 'ru' ? guest.getByRole('dialog') : guest.getByRole('complementary')
        await place.getByRole('link', { name: new RegExp(`^${web('results.filters.sale')}`, 'u') }).click()
      }
      await narrow()
      await expect(guest).toHaveURL(/sale=1/u)
      if (language === 'ru') {
        await look(guest, 'filters')
        await guest
          .getByRole('dialog')
          .getByRole('button', { name: web('common.ui.close'), exact: true })
          .click()
      }
      const chips = guest.getByRole('list', { name: web('results.filters.active') })
      await expect(chips.getByRole('link')).toHaveCount(1)
      await expect(guest.getByRole('article').first()).toContainText('%')
      await look(guest, 'on-sale')
      await guest.goBack()
      await expect(guest).toHaveURL(/\/search$/u)
      await expect(chips).toBeHidden()
      await guest.goForward()
      await chips.getByRole('link').click()
      await expect(guest).toHaveURL(/\/search$/u)
      await guest.goto(`${store.url}/search?q=${encodeURIComponent(title)}&tags=no-such-tag`)
      await expect(guest.getByRole('heading', { name: web('results.empty', { query: title }) })).toBeVisible()
      await look(guest, 'nothing')
      const ways = guest.getByRole('link', {
        name: web('results.without', { filter: 'No such tag' }),
        exact: true,
      })
      await ways.click()
      await expect(guest.getByRole('link', { name: title })).toBeVisible()
    })

    await test.step('loads more, and reads on at the first new one', async () => {
      await guest.goto(`${store.url}/search?sort=new`)
      const cards = guest.getByRole('article')
      await expect(cards).toHaveCount(24)
      await guest.getByRole('button', { name: web('common.loadMore'), exact: true }).click()
      await expect(cards.nth(24).getByRole('link')).toBeFocused()
    })

    await test.step('looks at the pictures', async () => {
      await guest.goto(`${store.url}/game/orbital-post`)
      await expect(guest.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await look(guest, 'game')
      const first = guest.locator('button[aria-haspopup=dialog]').first()
      await first.click()
      const viewer = guest.getByRole('dialog', { name: web('game.picturesOf', { title }) })
      await expect(viewer.getByRole('img')).toBeVisible()
      const total = await guest.locator('button[aria-haspopup=dialog]').count()
      const shows = (number: number) =>
        expect(viewer.getByRole('img')).toHaveAttribute(
          'alt',
          web('game.picture', { title, number: String(number), total: String(total) }),
        )
      await guest.keyboard.press('ArrowRight')
      await shows(total > 1 ? 2 : 1)
      await guest.keyboard.press('Home')
      await shows(1)
      // A swipe, by a finger's pointer.
      const { width, height } = guest.viewportSize() ?? { width: 390, height: 844 }
      await guest.mouse.move(width * 0.7, height / 2)
      await guest.mouse.down()
      await guest.mouse.move(width * 0.3, height / 2)
      await guest.mouse.up()
      await shows(total > 1 ? 2 : 1)
      await look(guest, 'pictures')
      await guest.keyboard.press('Escape')
      await expect(viewer).toBeHidden()
      await expect(first).toBeFocused()
    })

    expect(complaints).toEqual([])
    await close(guest)
  })
}

for (const language of storyLanguages('en')) {
  const { web } = wordsIn(language)

  test(`a game is bought by card and given back, in ${language}`, async ({ browser, store, shoot }) => {
    const complaints: string[] = []
    const { title } = game[language]
    const person = await newPerson(store.url, language)
    const page = await logIn(browser, store.url, person.email, language, complaints, looks[language])
    const { button, link } = find(page)
    const look = lookBy(shoot)
    const buyByCard = async () => {
      await page.goto(`${store.url}/game/orbital-post`)
      await button(web('payments.offer.buy')).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('radio', { name: web('payments.buy.card') })).toBeChecked()
      await dialog
        .getByRole('button', { name: new RegExp(web('payments.buy.payByCard', { price: '.+' }), 'u') })
        .click()
      await expect(page).toHaveURL(/\/pay\//u)
    }

    await test.step('the bank declines, and nothing is bought', async () => {
      await buyByCard()
      await button(pay[language].declined).click()
      await expect(page.getByRole('heading', { name: web('payments.order.heading.failed') })).toBeVisible()
      await look(page, 'declined')
      await link(web('payments.wallet.backToGame')).click()
      await expect(button(web('payments.offer.buy'))).toBeVisible()
    })

    await test.step('leaves the bank’s page, comes back and pays', async () => {
      await buyByCard()
      await button(pay[language].left).click()
      await expect(page.getByRole('heading', { name: web('payments.order.heading.pending') })).toBeVisible()
      await look(page, 'left')
      await link(web('payments.order.continue')).click()
      await button(pay[language].paid).click()
      await expect(page.getByRole('heading', { name: web('payments.order.heading.paid') })).toBeVisible()
      await look(page, 'paid')
    })

    await test.step('has it in the library', async () => {
      await link(web('payments.buy.toLibrary')).click()
      await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
      await expect(link(web('library.install'))).toHaveAttribute('href', /^kettle:\/\/install\/[0-9a-f-]{36}$/u)
      await look(page, 'library')
      await page.getByRole('searchbox', { name: web('library.search') }).fill('qqq')
      await expect(page.getByRole('heading', { name: web('library.noneFits') })).toBeVisible()
      await link(web('library.showAll')).click()
      await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
      await page.goto(`${store.url}/game/orbital-post`)
      await expect(link(web('library.install'))).toBeVisible()
      await look(page, 'game-owned')
    })

    await test.step('sees why other games are picked now', async () => {
      await page.goto(store.url)
      await expect(page.getByRole('heading', { name: web('search.store.recommended') })).toBeVisible()
      const reasons = new RegExp(
        ['becauseOwned', 'becauseTags']
          .map((name) => web(`search.store.${name}`, { title: '.+', tags: '.+' }))
          .join('|'),
        'u',
      )
      await expect(page.getByText(reasons).first()).toBeVisible()
      await shoot(page, 'recommended')
    })

    await test.step('reads the history, narrows it, and opens the receipt', async () => {
      await page.goto(`${store.url}/history`)
      await link(web('payments.history.types.refund')).click()
      await expect(page.getByRole('heading', { name: web('payments.history.emptyFilter') })).toBeVisible()
      await link(web('payments.history.types.purchase')).click()
      await expect(page.getByText(`${web('payments.history.purchase')}: ${title}`)).toBeVisible()
      await look(page, 'history')
      await link(web('payments.history.receipt')).click()
      await expect(page.getByRole('heading', { name: web('payments.receipt.title'), level: 1 })).toBeVisible()
      await expect(page.getByText(person.email)).toBeVisible()
      await look(page, 'receipt')
    })

    await test.step('gives it back', async () => {
      await page.goto(`${store.url}/library`)
      await button(web('payments.refund.open')).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: web('payments.refund.confirm'), exact: true })).toBeVisible()
      await look(page, 'refund')
      await dialog.getByRole('button', { name: web('payments.refund.confirm'), exact: true }).click()
      await expect(page.getByRole('dialog', { name: web('payments.refund.done') })).toBeVisible()
      await dialog
        .getByRole('button', { name: web('common.ui.close') })
        .last()
        .click()
      await expect(page.getByRole('heading', { name: web('library.empty') })).toBeVisible()
      await look(page, 'library-empty')
      await page.goto(`${store.url}/history?type=refund`)
      await expect(page.getByText(`${web('payments.history.refund')}: ${title}`)).toBeVisible()
    })

    expect(complaints).toEqual([])
    await close(page)
  })
}

test('money moves once: two tabs, a price that changes under the cursor', async ({ browser, store, shoot }) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const publisher = await logInByScript(store.url, 'publisher@kettle.test', 'kettle-on-the-stove')
  const fields = buildGamePage({ title: { en: 'A Changing Price', ru: 'A Changing Price' }, tags: ['funny'] })
  const { slug } = fields
  let game = await publisher.call<{ id: string; revision: number }>('storage.saveGame', { ...fields, basePrice: 500 })
  await pushSmallBuild(store.url, slug)
  const person = await newPerson(store.url)
  const page = await logIn(browser, store.url, person.email, 'en', complaints)
  const { button, link } = find(page)
  const dialogOf = (tab: Page) => tab.getByRole('dialog')
  const payOf = (tab: Page) =>
    dialogOf(tab).getByRole('button', { name: new RegExp(`^${web('payments.buy.pay', { price: '.+' })}$`, 'u') })

  await test.step('fills the wallet', async () => {
    await page.goto(`${store.url}/wallet`)
    await page.getByText('$25', { exact: true }).click()
    await button(web('payments.wallet.submit')).click()
    await button(pay.en.paid).click()
    await expect(page.getByRole('status').filter({ hasText: '$25' })).toBeVisible()
    await checkLayout(page)
    await shoot(page, 'wallet')
  })

  await test.step('code that does not come fails in the dialog, and a page of an older build is loaded anew once', async () => {
    await page.goto(`${store.url}/game/${slug}`)
    let asked = 0
    await page.route(/assets\/buy-dialog/u, (route) => {
      asked++
      return route.abort()
    })
    await button(web('payments.offer.buy')).click()
    await expect(dialogOf(page).getByText(web('common.failed.part'))).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'A Changing Price', includeHidden: true })).toBeAttached()
    await checkLayout(page)
    await shoot(page, 'no-code')
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toHaveCount(0)

    // The store has another build by now: its page names another script.
    const html = (await (await fetch(store.url)).text()).replace(
      /(<script type="module"[^>]*src=")[^"]+/u,
      '$1/assets/newer.js',
    )
    const isAsked = (route: Route) => route.request().resourceType() === 'fetch'
    await page.route(`${store.url}/`, (route) =>
      isAsked(route) ? route.fulfill({ contentType: 'text/html', body: html }) : route.continue(),
    )
    const anew = page.waitForEvent('load')
    await button(web('payments.offer.buy')).click()
    await anew
    // Not again for the same build.
    await button(web('payments.offer.buy')).click()
    await expect(dialogOf(page).getByText(web('common.failed.part'))).toBeVisible()
    expect(asked).toBeGreaterThanOrEqual(3)
    await page.unrouteAll()
    await dialogOf(page)
      .getByRole('button', { name: web('common.retry') })
      .click()
    await expect(payOf(page)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('hears of a price that changed before any money moves', async () => {
    await page.goto(`${store.url}/game/${slug}`)
    await button(web('payments.offer.buy')).click()
    await expect(payOf(page)).toContainText('$5')
    game = await publisher.call('storage.saveGame', { id: game.id, revision: game.revision, basePrice: 700 })
    await payOf(page).click()
    await expect(dialogOf(page).getByRole('alert')).toContainText(web('payments.buy.priceChanged', { price: '$7' }))
    await expect(payOf(page)).toContainText('$7')
    await checkLayout(page)
    await shoot(page, 'price-changed')
  })

  await test.step('buys in one tab; the other says that it is owned', async () => {
    const second = await page.context().newPage()
    await second.goto(`${store.url}/game/${slug}`)
    await find(second).button(web('payments.offer.buy')).click()
    await expect(payOf(second)).toBeVisible()
    await payOf(page).click()
    await expect(page.getByRole('dialog', { name: web('payments.buy.done') })).toBeVisible()
    await payOf(second).click()
    await expect(dialogOf(second).getByRole('alert')).toContainText(web('errors.ALREADY_OWNED'))
    await expect(second.getByText(web('payments.offer.owned'), { exact: true })).toBeAttached()
    await shoot(second, 'owned-already')
    await second.goto(`${store.url}/history`)
    await expect(second.getByText(`${web('payments.history.purchase')}: A Changing Price`)).toHaveCount(1)
    await second.goto(`${store.url}/wallet`)
    await expect(second.getByText('$18', { exact: true })).toBeVisible()
    await second.close()
  })

  await test.step('it leaves the store, and stays with who owns it', async () => {
    await publisher.call('storage.saveGame', { id: game.id, revision: game.revision, published: false })
    await page.goto(`${store.url}/game/${slug}`)
    await expect(page.getByText(web('payments.offer.owned'), { exact: true })).toBeVisible()
    const guest = await newPage(browser, 'en', complaints)
    expect((await guest.goto(`${store.url}/game/${slug}`))?.status()).toBe(404)
    await expect(guest.getByRole('heading', { name: web('common.notFound.title') })).toBeVisible()
    await close(guest)
  })

  await link(web('payments.offer.openLibrary')).click()
  await expect(page.getByRole('main').getByText('A Changing Price').first()).toBeVisible()
  expect(complaints).toEqual([])
  await close(page)
})
