import type { Locator, Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { enterLauncher, looksOf } from './launcher-visitor.ts'
import { layLine } from './line.ts'
import { buyFromWallet, newPerson } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage } from './visitor.ts'
import { wordsIn } from './words.ts'

const narrow = { width: 900, height: 760 }
const { launcher: ru, socials: ruOfAll } = wordsIn('ru')
const { launcher: en, socials: enOfAll } = wordsIn('en')

test('two people find each other, talk in real time, lose nothing when a line is cut, and see what the other plays', async ({
  browser,
  store,
  launch,
  shoot,
}) => {
  test.setTimeout(360_000)
  const complaints: string[] = []
  const mark = crypto.randomUUID().slice(0, 6)
  const names = { vera: `Вера ${mark}`, oleg: `Oleg ${mark}` }
  const [vera, oleg] = await Promise.all([
    newPerson(store.url, 'ru', names.vera),
    newPerson(store.url, 'en', names.oleg),
  ])
  const { id: gameId, title } = await gameAt(store.url, 'a-jar-of-jam')
  await buyFromWallet(vera, gameId)

  const line = await layLine(store.url)
  let veras = await launch(line.url)
  const olegs = await launch(store.url)
  // Russian and light on one side, English and dark on the other.
  const a = await newPage(browser, 'ru', complaints, { colorScheme: 'light' })
  const b = await newPage(browser, 'en', complaints, { colorScheme: 'dark' })
  const look = looksOf(shoot, narrow)
  const goTo = (page: Page, name: string) =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: new RegExp(`^${name}`, 'u') })
      .click()
  const log = (page: Page): Locator => page.getByRole('log')
  const write = async (page: Page, word: typeof ruOfAll, text: string): Promise<void> => {
    await find(page).field(word('messages.write')).fill(text)
    await page.keyboard.press('Enter')
  }
  /** What stands in a conversation, each message as often as it stands there. */
  const said = async (page: Page, texts: string[]): Promise<number[]> =>
    Promise.all(texts.map((text) => log(page).getByText(text, { exact: true }).count()))

  await a.goto(veras.url)
  await enterLauncher(a, vera, 'ru')
  await b.goto(olegs.url)
  await enterLauncher(b, oleg, 'en')

  await test.step('nobody is there yet; a friend is found by name and asked', async () => {
    await goTo(a, ru('nav.friends'))
    await expect(a.getByRole('heading', { name: ruOfAll('people.friends.empty') })).toBeVisible()
    await look(a, 'no-friends')
    await find(a).link(ruOfAll('people.friends.toFind')).click()
    await find(a).field(ruOfAll('people.find.label')).fill(names.oleg)
    await find(a)
      .button(ruOfAll('people.relation.addOne', { name: names.oleg }))
      .click()
    await expect(find(a).button(ruOfAll('people.requests.withdrawOne', { name: names.oleg }))).toBeVisible()
  })

  await test.step('the other is told, comes by the notice, and accepts', async () => {
    await find(b)
      .link(`${names.vera} ${en('notices.request')}`)
      .click()
    await expect(b).toHaveURL(/#\/friends\?show=requests$/u)
    await look(a, 'asked')
    await look(b, 'requests')
    await find(b)
      .button(enOfAll('people.requests.acceptOne', { name: names.vera }))
      .click()
    await expect(b.getByText(enOfAll('people.requests.noneIncoming'))).toBeVisible()
    await find(a)
      .link(`${names.oleg} ${ru('notices.accepted')}`)
      .click()
    await expect(log(a)).toBeVisible()
    await expect(a.getByText(ruOfAll('people.presence.online'), { exact: true }).first()).toBeVisible()
  })

  await test.step('they talk both ways: unread, typing, delivered and read', async () => {
    await goTo(b, en('nav.library'))
    await write(a, ruOfAll, 'Привет! Чай готов 🫖')
    await expect(b.getByRole('link', { name: /^Friends\s*, 1/u })).toBeVisible()
    await expect(log(a).getByText(ruOfAll('messages.state.delivered'))).toHaveCount(1)
    await shoot(b, 'notice')
    await b
      .getByRole('status')
      .getByRole('link', { name: new RegExp(names.vera, 'u') })
      .click()
    await expect(log(b).getByText('Привет! Чай готов 🫖')).toBeVisible()
    await expect(log(a).getByText(ruOfAll('messages.state.read'))).toHaveCount(1)
    await expect(b.getByRole('link', { name: /^Friends$/u }).first()).toBeVisible()
    await find(b).field(enOfAll('messages.write')).pressSequentially('On my')
    await expect(a.getByText(ruOfAll('messages.typing')).first()).toBeVisible()
    await find(b)
      .field(enOfAll('messages.write'))
      .fill('On my way: https://kettle.example/tea?for=two <b>bold</b> שלום')
    await b.keyboard.press('Enter')
    await find(b).button(enOfAll('messages.emoji')).click()
    await b.keyboard.press('ArrowRight')
    await b.keyboard.press('Enter')
    await expect(find(b).field(enOfAll('messages.write'))).toBeFocused()
    await b.keyboard.press('Enter')
    await expect(log(a).getByText('<b>bold</b>')).toBeVisible()
    await look(a, 'conversation')
    await look(b, 'conversation-dark')
  })

  await test.step('a link says where it leads before it is followed', async () => {
    await log(a).getByRole('link').click()
    const dialog = a.getByRole('dialog')
    await expect(
      dialog.getByRole('heading', { name: ru('messages.outside.title', { host: 'kettle.example' }) }),
    ).toBeVisible()
    await look(a, 'outside')
    await find(dialog).button(ru('messages.outside.no')).click()
    await expect(dialog).toBeHidden()
  })

  const meanwhile = ['one from here', 'two from here', 'three from here']
  await test.step('a cut line: what is written on both sides arrives once, in its order', async () => {
    line.cut()
    const written = ['раз без связи', 'два без связи']
    for (const text of written) await write(a, ruOfAll, text)
    for (const text of meanwhile) await write(b, enOfAll, text)
    await expect(log(b).getByText(enOfAll('messages.state.sent'))).toHaveCount(3)
    await expect(log(a).getByText(ruOfAll('messages.state.waiting'))).toHaveCount(2)
    await expect(a.getByText(ru('people.lost'))).toBeVisible()
    await look(a, 'offline')
    line.mend()
    await expect(log(b).getByText(written[1] ?? '', { exact: true })).toBeVisible({ timeout: 90_000 })
    await expect(log(a).getByText(meanwhile[2] ?? '', { exact: true })).toBeVisible({ timeout: 90_000 })
    await expect(log(a).getByText(ruOfAll('messages.state.waiting'))).toHaveCount(0)
    for (const page of [a, b]) expect(await said(page, [...written, ...meanwhile])).toEqual([1, 1, 1, 1, 1])
    const order = (await log(b).textContent()) ?? ''
    expect(order.indexOf(written[0] ?? '')).toBeLessThan(order.indexOf(written[1] ?? ''))
  })

  await test.step('a launcher that ends before the line is back keeps what was written, shows what it knows, and sends it', async () => {
    line.cut()
    await write(a, ruOfAll, 'после перезапуска')
    await expect(log(a).getByText(ruOfAll('messages.state.waiting'))).toHaveCount(1)
    expect(await veras.stop()).toBe(0)
    // Meanwhile they talk on from elsewhere, for longer than a page.
    for (let round = 1; round <= 24; round++)
      for (const [from, userId] of [
        [vera, oleg.id],
        [oleg, vera.id],
      ] as const)
        await from.call('socials.sendMessage', { userId, text: `round ${round}`, clientId: crypto.randomUUID() })
    veras = await launch(line.url, veras.dataDir)
    await a.goto(`${veras.url}#/friends?show=threads`)
    const threads = a.getByRole('list', { name: ruOfAll('messages.threads') })
    await expect(threads.getByText(names.oleg)).toBeVisible()
    await threads.getByRole('link', { name: names.oleg }).click()
    await expect(log(a).getByText('после перезапуска', { exact: true })).toBeVisible()
    await look(a, 'offline-start')
    line.mend()
    await expect(log(b).getByText('после перезапуска', { exact: true })).toBeVisible({ timeout: 60_000 })
    await expect(log(a).getByText(ruOfAll('messages.state.waiting'))).toHaveCount(0)
    for (const page of [a, b]) await expect(log(page).getByText('после перезапуска', { exact: true })).toHaveCount(1)
    await expect(log(a).getByText('round 24', { exact: true })).toHaveCount(2)
  })

  await test.step('what was said before comes as one scrolls up, once', async () => {
    await expect(log(a).getByText('Привет! Чай готов 🫖')).toHaveCount(0)
    const begin = log(a).getByText(ruOfAll('messages.begin'))
    await expect(async () => {
      await log(a).evaluate((shown) => shown.scrollTo({ top: -shown.scrollHeight }))
      await expect(begin).toBeVisible({ timeout: 500 })
    }).toPass()
    expect(await said(a, ['Привет! Чай готов 🫖', ...meanwhile, 'round 1', 'round 24'])).toEqual([1, 1, 1, 1, 2, 2])
    await shoot(a, 'older')
    await find(a).button(ruOfAll('messages.latest')).click()
    await expect(log(a).getByText('после перезапуска', { exact: true })).toBeInViewport()
  })

  await test.step('who plays is seen to play, on the list and at the game, and no longer once it is over', async () => {
    await a.goto(`${veras.url}#/game/${gameId}`)
    await a.getByRole('button', { name: new RegExp(`^${ru('game.install')}`, 'u') }).click()
    await find(a).button(ru('game.play')).click()
    await expect(a.locator('iframe')).toBeVisible()
    await goTo(b, en('nav.friends'))
    const playing = enOfAll('people.presence.playing', { game: title })
    await expect(b.getByText(playing).first()).toBeVisible()
    await expect(b.getByRole('heading', { name: new RegExp(`^${en('people.groups.playing')}`, 'u') })).toBeVisible()
    await look(b, 'playing')
    await find(a).button(ru('game.leave')).click()
    await expect(b.getByText(playing)).toHaveCount(0)
    await expect(b.getByText(enOfAll('people.presence.online'), { exact: true }).first()).toBeVisible()
  })

  await test.step('at a game one sees which friends have it', async () => {
    await buyFromWallet(oleg, gameId)
    // What was asked a moment ago is kept for half a minute; a page that is loaded anew asks anew.
    await a.reload()
    await expect(a.getByText(names.oleg)).toBeVisible()
    await look(a, 'game')
  })

  await test.step('what is announced is the player’s choice, kept by the store', async () => {
    await goTo(b, en('nav.settings'))
    const choice = b.getByLabel(enOfAll('people.settings.messages'))
    await choice.scrollIntoViewIfNeeded()
    await look(b, 'settings')
    await choice.uncheck()
    await expect
      .poll(async () => {
        const settings = await oleg.read<{ notices: { messages: boolean } }>('socials.settings')
        return settings.notices.messages
      })
      .toBe(false)
  })

  await test.step('a friendship that ends says first what it means; then nobody can write', async () => {
    await goTo(b, en('nav.friends'))
    await find(b)
      .button(enOfAll('people.friends.more', { name: names.vera }))
      .click()
    await b.getByRole('menuitem', { name: enOfAll('people.remove.open') }).click()
    await expect(b.getByRole('dialog').getByText(enOfAll('people.remove.lead'))).toBeVisible()
    await look(b, 'remove')
    await a.goto(`${veras.url}#/friends?show=threads`)
    await a.getByRole('link', { name: names.oleg }).click()
    await expect(find(a).field(ruOfAll('messages.write'))).toBeVisible()
    await find(b.getByRole('dialog')).button(enOfAll('people.remove.submit')).click()
    await expect(a.getByText(ruOfAll('messages.notFriends'))).toBeVisible()
    await expect(b.getByRole('heading', { name: enOfAll('people.friends.empty') })).toBeVisible()
  })

  await test.step('who logs out leaves no names behind', async () => {
    await find(a).button(ru('logout')).click()
    await expect(find(a).field(ru('login.password'))).toBeVisible()
    await expect(a.getByText(names.oleg)).toHaveCount(0)
  })
  await line.close()
  expect(complaints).toEqual([])
})
