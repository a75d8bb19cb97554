import type { Locator, Page } from 'playwright'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { enterLauncher, looksOf } from './launcher-visitor.ts'
import { layLine } from './line.ts'
import { buyFromWallet, logIn, newPerson } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

const demoPassword = 'kettle-on-the-stove'
const { launcher: ru, socials: ruOfAll } = wordsIn('ru')
const { launcher: en, socials: enOfAll } = wordsIn('en')

test('notices, somebody’s page, what friends do, a report, and a new friend code; with and without a line', async ({
  browser,
  store,
  launch,
  shoot,
}) => {
  test.setTimeout(360_000)
  const complaints: string[] = []
  const mark = crypto.randomUUID().slice(0, 6)
  const names = { ira: `Ира ${mark}`, max: `Max ${mark}` }
  const [ira, max] = await Promise.all([newPerson(store.url, 'ru', names.ira), newPerson(store.url, 'en', names.max)])
  // Both have the jam; the lift is Ira's alone.
  const [jam, lift] = await Promise.all([gameAt(store.url, 'a-jar-of-jam'), gameAt(store.url, 'seventh-floor-please')])
  for (const [person, game] of [
    [ira, jam],
    [ira, lift],
    [max, jam],
  ] as const)
    await buyFromWallet(person, game.id)
  const { id: reviewId } = await ira.call<{ id: string }>('socials.writeReview', {
    ...{ gameId: lift.id, recommended: true, text: 'Лифт едет туда, куда надо.' },
  })
  await max.call('socials.requestFriend', { userId: ira.id })

  const line = await layLine(store.url)
  const iras = await launch(line.url)
  const maxs = await launch(store.url)
  const a = await newPage(browser, 'ru', complaints, { colorScheme: 'light' })
  const b = await newPage(browser, 'en', complaints, { colorScheme: 'dark' })
  const look = looksOf(shoot, phone.viewport)
  const bell = (page: Page, word: typeof ruOfAll): Locator =>
    page.getByRole('banner').getByRole('button', { name: new RegExp(`^${word('people.bar.notices')}`, 'u') })
  const list = (page: Page, word: typeof ruOfAll): Locator =>
    page.getByRole('region', { name: word('people.notices.title') })

  await a.goto(iras.url)
  await enterLauncher(a, ira, 'ru')
  await b.goto(maxs.url)
  await enterLauncher(b, max, 'en')

  await test.step('the bell tells what is new; opened by the keyboard, it has been seen', async () => {
    await expect(bell(a, ruOfAll)).toHaveAccessibleName(/, 1/u)
    await expect(bell(b, enOfAll)).toHaveAccessibleName(enOfAll('people.bar.notices'))
    await bell(b, enOfAll).click()
    await expect(list(b, enOfAll).getByText(enOfAll('people.notices.empty'))).toBeVisible()
    await b.keyboard.press('Escape')
    await bell(a, ruOfAll).press('Enter')
    const asked = list(a, ruOfAll).getByRole('link', { name: ruOfAll('people.notices.request', { name: names.max }) })
    await expect(asked).toContainText(ruOfAll('people.notices.new'))
    await expect(bell(a, ruOfAll)).toHaveAccessibleName(ruOfAll('people.bar.notices'))
    await expect(asked).toContainText(ruOfAll('people.notices.new'))
    await look(a, 'notices')
    await asked.press('Escape')
    await expect(list(a, ruOfAll)).toHaveCount(0)
    await expect(bell(a, ruOfAll)).toBeFocused()
    await a.keyboard.press('Enter')
    await expect(asked).not.toContainText(ruOfAll('people.notices.new'))
    await asked.press('Enter')
    await expect(a).toHaveURL(/#\/friends\?show=requests$/u)
    await find(a)
      .button(ruOfAll('people.requests.acceptOne', { name: names.max }))
      .click()
  })

  await test.step('who was accepted comes by the notice to the other’s page: name, presence, games that lead where they are', async () => {
    await expect(bell(b, enOfAll)).toHaveAccessibleName(/, 1/u)
    await bell(b, enOfAll).click()
    await list(b, enOfAll)
      .getByRole('link', { name: enOfAll('people.notices.friend', { name: names.ira }) })
      .click()
    await expect(b).toHaveURL(new RegExp(`#/people/${ira.id}$`, 'u'))
    await expect(b.getByRole('heading', { level: 1, name: names.ira })).toBeVisible()
    await expect(b.getByText(enOfAll('people.presence.online'), { exact: true })).toBeVisible()
    await expect(find(b).link(jam.title)).toHaveAttribute('href', `#/game/${jam.id}`)
    const outside = find(b).link(lift.title)
    await expect(outside).toHaveAttribute('href', `${store.url}/game/seventh-floor-please`)
    await expect(outside).toHaveAttribute('target', '_blank')
    await look(b, 'person')
    await find(b).link(jam.title).click()
    await expect(b.getByRole('heading', { level: 1, name: jam.title })).toBeVisible()
  })

  await test.step('what friends did stands among the news, and leads to them and their games', async () => {
    await b.goto(`${maxs.url}#/friends?show=news`)
    const news = b.getByRole('list', { name: enOfAll('people.friends.activity') })
    await expect(news.getByText(enOfAll('people.activity.liked'))).toBeVisible()
    await expect(news.getByText(enOfAll('people.activity.bought'))).toHaveCount(2)
    await look(b, 'news')
    await news.getByRole('link', { name: names.ira }).first().click()
    await expect(b.getByRole('heading', { level: 1, name: names.ira })).toBeVisible()
  })

  await test.step('somebody is reported with a reason, and the moderators have it', async () => {
    await find(b)
      .button(enOfAll('people.friends.more', { name: names.ira }))
      .click()
    await b.getByRole('menuitem', { name: enOfAll('reviews.report.open') }).click()
    const dialog = find(b.getByRole('dialog'))
    await dialog.button(enOfAll('reviews.report.send')).click()
    await expect(b.getByText(enOfAll('reviews.report.missing'))).toBeVisible()
    await dialog.field(enOfAll('reviews.report.reasons.scam')).check()
    await dialog.field(enOfAll('reviews.report.note')).fill(`sells kettles ${mark}`)
    await look(b, 'report')
    await dialog.button(enOfAll('reviews.report.send')).click()
    await expect(b.getByText(enOfAll('reviews.report.doneText'))).toBeVisible()
    await dialog.button(en('ui.close')).last().click()
    const moderator = await logIn(store.url, 'moderator@kettle.test', demoPassword)
    const { items } = await moderator.read<{ items: unknown[] }>('socials.reports', { limit: 100 })
    expect(items.map((item) => JSON.stringify(item)).filter((item) => item.includes(`sells kettles ${mark}`))).toEqual([
      expect.stringContaining(ira.id),
    ])
  })

  await test.step('an answer to a review is announced and leads to the game; once that is not wished for, only the bell tells', async () => {
    const publisher = await logIn(store.url, 'publisher@kettle.test', demoPassword)
    await publisher.call('socials.replyToReview', { reviewId, text: 'Mind the doors.' })
    await a
      .getByRole('status')
      .getByRole('link', { name: ruOfAll('people.notices.reviewReply') })
      .click()
    await expect(a).toHaveURL(new RegExp(`#/game/${lift.id}\\?at=reviews$`, 'u'))
    await a.goto(`${iras.url}#/settings`)
    const wish = a.getByLabel(ruOfAll('people.settings.reviews'))
    await wish.scrollIntoViewIfNeeded()
    await look(a, 'settings')
    await wish.uncheck()
    await expect
      .poll(async () => (await ira.read<{ notices: { reviews: boolean } }>('socials.settings')).notices.reviews)
      .toBe(false)
    await max.call('socials.reportContent', { kind: 'review', targetId: reviewId, reason: 'spam' })
    const moderator = await logIn(store.url, 'moderator@kettle.test', demoPassword)
    await moderator.call('socials.judgeReport', { kind: 'review', targetId: reviewId, verdict: 'removed' })
    await expect(bell(a, ruOfAll)).toHaveAccessibleName(/, 2/u)
    await expect(a.getByRole('status').getByText(ruOfAll('people.notices.removed'))).toHaveCount(0)
    await bell(a, ruOfAll).click()
    await list(a, ruOfAll)
      .getByRole('link', { name: ruOfAll('people.notices.removed') })
      .click()
    await expect(a).toHaveURL(new RegExp(`#/game/${lift.id}$`, 'u'))
  })

  const code = (page: Page): Locator => page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/u).first()
  await test.step('a friend code is renewed, and the old one finds nobody', async () => {
    await a.goto(`${iras.url}#/friends`)
    const old = (await code(a).textContent()) ?? ''
    const renew = find(a).button(ruOfAll('people.code.renew'))
    line.cut()
    await renew.click()
    const dialog = a.getByRole('dialog')
    await expect(dialog.getByText(ruOfAll('people.code.renewLead'))).toBeVisible()
    await find(dialog).button(ruOfAll('people.code.renew')).click()
    await expect(dialog.getByText(ru('failures.OFFLINE'))).toBeVisible()
    await checkAccess(a)
    await shoot(a, 'renew-offline')
    line.mend()
    await find(dialog).button(ruOfAll('people.code.renew')).click()
    await expect(a.getByText(ruOfAll('people.code.renewed'))).toBeVisible()
    await expect(code(a)).not.toHaveText(old)
    await expect(max.read('socials.personByCode', { code: old })).rejects.toThrow('NOT_FOUND')
    await shoot(a, 'code')
    await a.goto(`${iras.url}#/friends?show=find`)
    await look(a, 'find')
  })

  await test.step('without a line each of these says so, and comes by itself once it is back', async () => {
    line.cut()
    await a.goto(`${iras.url}#/people/${max.id}`)
    await a.reload()
    await expect(a.getByRole('heading', { name: ruOfAll('people.person.failed') })).toBeVisible()
    await bell(a, ruOfAll).click()
    await expect(list(a, ruOfAll).getByRole('heading', { name: ruOfAll('people.notices.failed') })).toBeVisible()
    await look(a, 'offline')
    line.mend()
    await expect(a.getByRole('heading', { level: 1, name: names.max })).toBeVisible({ timeout: 90_000 })
    await expect(list(a, ruOfAll).getByRole('link').first()).toBeVisible()
    await a.keyboard.press('Escape')
  })

  await test.step('who is blocked is there no more, for either of them; and can be let back', async () => {
    await find(b)
      .button(enOfAll('people.friends.more', { name: names.ira }))
      .click()
    await b.getByRole('menuitem', { name: enOfAll('people.block.open') }).click()
    await find(b.getByRole('dialog')).button(enOfAll('people.block.submit')).click()
    for (const [page, word] of [
      [a, ruOfAll],
      [b, enOfAll],
    ] as const)
      await expect(page.getByRole('heading', { name: word('people.person.missing') })).toBeVisible()
    await look(b, 'nobody')
    await b.goto(`${maxs.url}#/friends?show=blocked`)
    await look(b, 'blocked')
    await find(b)
      .button(enOfAll('people.block.undoOne', { name: names.ira }))
      .click()
    await expect(b.getByRole('heading', { name: enOfAll('people.block.empty') })).toBeVisible()
    await b.goto(`${maxs.url}#/people/${ira.id}`)
    await expect(b.getByRole('heading', { level: 1, name: names.ira })).toBeVisible()
    await find(b)
      .button(enOfAll('people.relation.addOne', { name: names.ira }))
      .click()
    await expect(find(b).button(enOfAll('people.requests.withdrawOne', { name: names.ira }))).toBeVisible()
  })
  await line.close()
  expect(complaints).toEqual([])
})
