import type { Locator, Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { desk, enterLauncher, looksOf } from './launcher-visitor.ts'
import { layLine } from './line.ts'
import { buyFromWallet, logIn, newPerson, type Person } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage, phone } from './visitor.ts'
import { type Language, storyLanguages, wordsIn } from './words.ts'

const looks: Record<Language, 'light' | 'dark'> = { ru: 'dark', en: 'light' }

/** Twenty-six rounds of small talk: with what stands before and after it, more than a page. */
const ROUNDS = 26

for (const language of storyLanguages('ru'))
  test(`messages in the launcher are searched, bring games along, and are reported, in ${language}`, async ({
    browser,
    store,
    launch,
    shoot,
  }) => {
    test.setTimeout(240_000)
    const { launcher: words, socials } = wordsIn(language)
    const complaints: string[] = []
    const mark = crypto.randomUUID().slice(0, 6)
    const [vera, oleg] = await Promise.all([
      newPerson(store.url, language, `Вера ${mark}`),
      newPerson(store.url, language, `Oleg ${mark}`),
    ])
    await vera.call('socials.requestFriend', { userId: oleg.id })
    await oleg.call('socials.respondToRequest', { userId: vera.id, accept: true })
    const say = (from: Person, to: Person, text: string) =>
      from.call('socials.sendMessage', { userId: to.id, text, clientId: crypto.randomUUID() })
    await say(oleg, vera, 'A needle in the haystack')
    for (let round = 1; round <= ROUNDS; round++) {
      await say(vera, oleg, `straw ${round}`)
      await say(oleg, vera, `hay ${round}`)
    }
    const { id: ownedId } = await gameAt(store.url, 'a-jar-of-jam')
    await buyFromWallet(vera, ownedId)

    const line = await layLine(store.url)
    const launcher = await launch(line.url)
    const page = await newPage(browser, language, complaints, { viewport: desk, colorScheme: looks[language] })
    const asked: string[] = []
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void asked.push(String(payload))))
    const lookAt = looksOf(shoot, phone.viewport)
    const look = (name: string) => lookAt(page, name)
    const log: Locator = page.getByRole('log')
    const text = (what: string, at: Page | Locator = log) => at.getByText(what, { exact: true })
    const field = find(page).field(socials('messages.search.label'))
    const found = page.getByRole('region', { name: socials('messages.search.found') }).getByRole('listitem')
    const open = async (): Promise<void> => {
      await page.goto(`${launcher.url}#/friends/${oleg.id}?show=threads`)
      await expect(text(`hay ${ROUNDS}`)).toBeVisible()
    }
    await page.goto(launcher.url)
    await enterLauncher(page, vera, language)

    await test.step('words of long ago are found by keyboard alone, and shown where they stand', async () => {
      await open()
      await expect(text('A needle in the haystack')).toHaveCount(0)
      await page.keyboard.press('Control+f')
      await expect(field).toBeFocused()
      await page.keyboard.type('NEEDLE')
      await expect(found).toHaveCount(1)
      await look('search')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(text('A needle in the haystack')).toBeInViewport()
      await expect(log.locator('[tabindex="-1"]:focus')).toContainText('A needle in the haystack')
      // What came soon after it stands below; what is said today does not.
      await expect(text('straw 1')).toBeVisible()
      await expect(text(`hay ${ROUNDS}`)).toHaveCount(0)
      await look('found')
      await find(page).button(socials('messages.later')).click()
      await expect(text('hay 15')).toBeAttached()
      await find(page).button(socials('messages.latest')).click()
      await expect(text(`hay ${ROUNDS}`)).toBeInViewport()
    })

    await test.step('of what lies on the screen already nothing is asked; whoever writes is back at the end', async () => {
      await find(page).button(socials('messages.search.open')).click()
      await expect(field).toHaveValue('NEEDLE')
      await field.fill('hay 12')
      await expect(found).toHaveText([/hay 12$/u])
      await found.getByRole('button').click()
      await expect(text('hay 12')).toBeInViewport()
      await find(page).field(socials('messages.write')).fill('back again')
      await page.keyboard.press('Enter')
      await expect(text('back again')).toBeInViewport()
    })

    await test.step('more words than any message has find nothing, and harm nothing', async () => {
      await find(page).button(socials('messages.search.open')).click()
      await field.fill('%_\\'.repeat(100))
      expect((await field.inputValue()).length).toBeGreaterThanOrEqual(200)
      await expect(page.getByRole('heading', { name: socials('messages.search.none') })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(text('back again')).toBeVisible()
    })

    await test.step('without a line a search says so, and works once it is back', async () => {
      await page.keyboard.press('Control+f')
      await field.fill('hay 1')
      await expect(found.first()).toBeVisible()
      line.cut()
      await field.fill('haystack')
      await expect(page.getByRole('heading', { name: socials('messages.search.failed') })).toBeVisible()
      await expect(page.getByText(words('failures.OFFLINE')).first()).toBeVisible()
      await look('search-offline')
      const searches = () => asked.filter((frame) => frame.includes('haystack')).length
      const before = searches()
      await find(page).button(words('retry')).click()
      await expect.poll(searches).toBe(before + 1)
      await expect(page.getByRole('heading', { name: socials('messages.search.failed') })).toBeVisible()
      // Once the line is back it is asked again by itself.
      line.mend()
      await expect(found).toHaveText([/A needle in the haystack$/u], { timeout: 90_000 })
      await page.keyboard.press('Escape')
      await expect(log).toBeVisible()
    })

    await test.step('a few of many links become cards: games of this store that are there', async () => {
      const link = (slug: string) => `${line.url}/game/${slug}`
      const elsewhere = [`https://kettle.example/game/orbital-post`, 'http://127.0.0.1:1/game/orbital-post']
      const links = [...elsewhere, link('a-jar-of-jam'), link('no-such-game-at-all'), link('orbital-post')]
      const many = Array.from({ length: 25 }, (_, number) => link(`other-${number}`))
      await say(oleg, vera, [...links, ...many].join(' '))
      const cards = log.getByRole('link', { name: new RegExp(`^${socials('messages.game')}: `, 'u') })
      await expect(cards).toHaveCount(2)
      await expect(log.getByRole('link')).toHaveCount(32)
      await expect
        .poll(() =>
          cards
            .first()
            .locator('img')
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        )
        .toBeGreaterThan(0)
      await cards.last().scrollIntoViewIfNeeded()
      await look('cards')
      const outside = page.waitForEvent('popup')
      await cards.last().click()
      await expect(await outside).toHaveURL(link('orbital-post'))
      await cards.first().click()
      await expect(page).toHaveURL(new RegExp(`#/game/${ownedId}$`, 'u'))
      await open()
    })

    await test.step('a message of theirs is reported, by keyboard, and waits for the moderators', async () => {
      const report = (what: string) =>
        log
          .locator('.group')
          .filter({ has: page.getByText(what, { exact: true }) })
          .getByRole('button', { name: new RegExp(`^${socials('messages.report', { message: 'Oleg' })}`, 'u') })
      await expect(report('back again')).toHaveCount(0)
      await report(`hay ${ROUNDS}`).focus()
      await look('report-button')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(socials('reviews.report.reasons.spam')).check()
      await dialog.getByLabel(socials('reviews.report.note')).fill('nothing but hay')
      await look('report')
      await find(dialog).button(socials('reviews.report.send')).click()
      await expect(dialog.getByRole('heading', { name: socials('reviews.report.done') })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(report(`hay ${ROUNDS}`)).toBeFocused()
      const moderator = await logIn(store.url, 'moderator@kettle.test', 'kettle-on-the-stove')
      type Reports = { items: { kind: string; excerpt: string; accused: { id: string }; voices: { note: string }[] }[] }
      const { items } = await moderator.read<Reports>('socials.reports')
      expect(items.filter(({ accused }) => accused.id === oleg.id)).toMatchObject([
        { kind: 'message', excerpt: `hay ${ROUNDS}`, voices: [{ note: 'nothing but hay' }] },
      ])
    })

    await test.step('who is blocked meanwhile is there no more, in a search either', async () => {
      await page.keyboard.press('Control+f')
      await field.fill('straw')
      await expect(found.first()).toContainText('straw')
      await oleg.call('socials.block', { userId: vera.id })
      await expect(page.getByRole('heading', { name: socials('messages.nobody') })).toBeVisible()
      await expect(found).toHaveCount(0)
      await page.keyboard.press('Control+f')
      await expect(page.getByRole('heading', { name: socials('messages.nobody') })).toBeVisible()
    })
    await line.close()
    expect(complaints).toEqual([])
  })
