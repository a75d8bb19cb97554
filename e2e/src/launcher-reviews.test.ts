import type { Page } from 'playwright'
import { checkAccess, checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { enterLauncher } from './launcher-visitor.ts'
import { layLine } from './line.ts'
import { buyFromWallet, logIn as callAs, newPerson } from './person.ts'
import { gameAt } from './programs.ts'
import { close, find, logIn, newPage, phone } from './visitor.ts'
import { type Language, wordsIn } from './words.ts'

const demoPassword = 'kettle-on-the-stove'
const desktop = { width: 1280, height: 800 }
const slug = 'seventh-floor-please'

/** A look at a screen as narrow as a phone's and as wide as a desk's. */
async function look(page: Page, shoot: (page: Page, name: string) => Promise<void>, name: string): Promise<void> {
  for (const [viewport, ending] of [
    [phone.viewport, '-390'],
    [desktop, ''],
  ] as const) {
    await page.setViewportSize(viewport)
    // Behind a dialog nothing moves.
    if ((await page.getByRole('dialog').count()) === 0)
      await page
        .getByRole('heading', { name: /^(Отзывы|Reviews)$/u })
        .evaluateAll(([title]) => title?.scrollIntoView({ behavior: 'instant' }))
    await (viewport === desktop ? checkAccess : checkLayout)(page)
    await shoot(page, `${name}${ending}`)
  }
}

const ownReview = (page: Page, language: Language) =>
  page.getByRole('region', { name: wordsIn(language).socials('reviews.own.title') })

test('a review is written in one launcher, edited on the web, answered, and found helpful, reported and judged in others', async ({
  browser,
  store,
  launch,
  shoot,
}) => {
  test.setTimeout(300_000)
  const { launcher: ru, socials: ruOfAll } = wordsIn('ru')
  const { launcher: en, socials: enOfAll } = wordsIn('en')
  const complaints: string[] = []
  const { id: gameId } = await gameAt(store.url, slug)
  const [vera, oleg] = [await newPerson(store.url, 'ru'), await newPerson(store.url, 'en')]
  await buyFromWallet(vera, gameId)
  const veras = await launch(store.url)
  const olegs = await launch(store.url)
  const a = await newPage(browser, 'ru', complaints, { viewport: desktop, colorScheme: 'light' })
  const b = await newPage(browser, 'en', complaints, { viewport: desktop, colorScheme: 'dark' })
  let votesSent = 0
  b.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => void (`${payload}`.includes('socials.voteReview') && votesSent++)),
  )
  const words = `Ехали молча, и это было лучшее молчание за год ${crypto.randomUUID()}`
  const own = ownReview(a, 'ru')

  await a.goto(veras.url)
  await enterLauncher(a, vera, 'ru')

  await test.step('the reviews of a game come once they are near', async () => {
    await a.setViewportSize({ width: 390, height: 400 })
    const asked: string[] = []
    a.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => void (`${payload}`.includes('socials.reviews') && asked.push('reviews'))),
    )
    await a.goto(`${veras.url}#/game/${gameId}`)
    await a.reload()
    // What is new in the game is asked for in the same moment, and has been answered.
    await expect(a.getByRole('heading', { name: ru('changelog.title') })).toBeAttached()
    await expect(a.getByRole('heading', { name: ruOfAll('reviews.title'), exact: true })).toBeAttached()
    expect(asked).toEqual([])
    await a.getByRole('heading', { name: ruOfAll('reviews.title'), exact: true }).scrollIntoViewIfNeeded()
    await expect(find(own).button(ruOfAll('reviews.own.yes'))).toBeVisible()
    await expect.poll(() => asked.length).toBe(1)
    await look(a, shoot, 'before')
  })

  await test.step('a wordless thumb is not enough; by keyboard alone it is written', async () => {
    await find(own).button(ruOfAll('reviews.own.yes')).focus()
    await a.keyboard.press('Enter')
    await expect(find(a).field(ruOfAll('reviews.form.text'))).toBeFocused()
    await a.keyboard.press('Control+Enter')
    await expect(a.getByText(ruOfAll('reviews.form.wrong.TEXT_REQUIRED'))).toBeVisible()
    await a.keyboard.insertText(`${words}.`)
    await look(a, shoot, 'form')
    await a.keyboard.press('Control+Enter')
    await expect(a.getByText(ruOfAll('reviews.own.saved'))).toBeVisible()
    await expect(own.getByText(`${words}.`)).toBeVisible()
    await look(a, shoot, 'written')
  })

  await test.step('it is on the web, and edited there; the launcher goes on from those words', async () => {
    const page = await logIn(browser, store.url, vera.email, 'ru', complaints)
    await page.goto(`${store.url}/game/${slug}#reviews`)
    const onWeb = ownReview(page, 'ru')
    await expect(onWeb.getByText(`${words}.`)).toBeVisible()
    await find(onWeb).button(ruOfAll('reviews.own.edit')).click()
    await find(page).field(ruOfAll('reviews.form.text')).fill(`${words}!`)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(ruOfAll('reviews.own.saved'))).toBeVisible()
    await expect(onWeb.getByText(`${words}!`)).toBeVisible()
    await close(page)
    await find(own).button(ruOfAll('reviews.own.edit')).click()
    await expect(find(a).field(ruOfAll('reviews.form.text'))).toHaveValue(`${words}!`)
    await find(a).field(ruOfAll('reviews.form.text')).fill(`${words}!!`)
    await a.getByRole('radio', { name: ruOfAll('reviews.form.down') }).check()
    await find(own).button(ruOfAll('reviews.form.saveEdit')).click()
    await expect(own.getByText(ruOfAll('reviews.advisesAgainst'))).toBeVisible()
    await own
      .getByRole('button', { name: new RegExp(`^${ruOfAll('reviews.edited', { date: '' }).trim()}`, 'u') })
      .click()
    const dialog = a.getByRole('dialog')
    for (const end of ['.', '!', '!!']) await expect(dialog.getByText(`${words}${end}`, { exact: true })).toBeVisible()
    await look(a, shoot, 'history')
    await a.keyboard.press('Escape')
  })

  await b.goto(olegs.url)
  const found = b.getByRole('article').filter({ hasText: `${words}!!` })

  await test.step('the developer replies in a launcher, and the reply appears by itself in the author’s', async () => {
    await enterLauncher(b, { email: 'publisher@kettle.test', password: demoPassword }, 'en')
    await b.goto(`${olegs.url}#/game/${gameId}?reviews=new`)
    await find(found).button(enOfAll('reviews.reply.write')).click()
    await b.keyboard.press('Control+Enter')
    await expect(b.getByText(enOfAll('reviews.form.wrong.TEXT_REQUIRED'))).toBeVisible()
    await find(b).field(enOfAll('reviews.reply.label')).fill('Осторожно, двери закрываются.')
    await look(b, shoot, 'replying-dark')
    await b.keyboard.press('Control+Enter')
    await expect(b.getByText(enOfAll('reviews.reply.saved'))).toBeVisible()
    await expect(found.getByText('Осторожно, двери закрываются.')).toBeVisible()
    await expect(own.getByText('Осторожно, двери закрываются.')).toBeVisible()
    await look(a, shoot, 'reply')
    await b.goto(`${olegs.url}#/`)
    await find(b).button(en('logout')).click()
  })

  await test.step('who doesn’t own the game reads, narrows, votes and reports all the same', async () => {
    await enterLauncher(b, oleg, 'en')
    await b.goto(`${olegs.url}#/game/${gameId}`)
    await expect(b.getByText(enOfAll('reviews.own.notOwned'))).toBeVisible()
    await b.getByLabel(enOfAll('reviews.sort.label')).selectOption('new')
    await b.getByLabel(enOfAll('reviews.language.label')).selectOption('ru')
    await b.getByLabel(enOfAll('reviews.thumb.label')).selectOption('down')
    await expect(b).toHaveURL(/reviews=new&written=ru&thumb=down$/u)
    await expect(found).toBeVisible()
    const like = found.getByRole('button', { name: new RegExp(`^${enOfAll('reviews.helpful')}`, 'u') })
    await like.click()
    await expect(like).toHaveText(/1$/u)
    const votes = async (): Promise<(boolean | null)[]> => {
      const input = { gameId, sort: 'new' }
      const { items } = await oleg.read<{ items: { text: string; vote: boolean | null }[] }>('socials.reviews', input)
      return items.filter(({ text }) => text === `${words}!!`).map(({ vote }) => vote)
    }
    await expect.poll(votes).toEqual([true])
    // Taken back, and given again before that was answered: both are sent, one after the other.
    await like.dblclick()
    await expect(like).toHaveText(/1$/u)
    await expect(like).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => votesSent).toBe(3)
    await expect.poll(votes).toEqual([true])
    await b.reload()
    await expect(like).toHaveAttribute('aria-pressed', 'true')
    await look(b, shoot, 'list-dark')
    await found.getByRole('button', { name: new RegExp(`^${enOfAll('reviews.report.open')}`, 'u') }).click()
    const dialog = find(b.getByRole('dialog'))
    await dialog.button(enOfAll('reviews.report.send')).click()
    await expect(b.getByText(enOfAll('reviews.report.missing'))).toBeVisible()
    await dialog.field(enOfAll('reviews.report.reasons.spoiler')).check()
    await look(b, shoot, 'report-dark')
    await dialog.button(enOfAll('reviews.report.send')).click()
    await expect(b.getByText(enOfAll('reviews.report.doneText'))).toBeVisible()
    await b.keyboard.press('Escape')
  })

  await test.step('for players there is no moderation', async () => {
    await expect(find(b).link(enOfAll('reviews.moderation.title'))).toHaveCount(0)
    await b.goto(`${olegs.url}#/moderation`)
    await expect(b.getByRole('heading', { name: en('library.title') })).toBeVisible()
    await b.goto(`${olegs.url}#/`)
  })

  await test.step('a moderator judges it in a launcher, and its author sees at once what became of it', async () => {
    await find(b).button(en('logout')).click()
    await enterLauncher(b, { email: 'moderator@kettle.test', password: demoPassword }, 'en')
    await find(b).link(enOfAll('reviews.moderation.title')).click()
    const reported = b.getByRole('article').filter({ hasText: `${words}!!` })
    await expect(reported).toBeVisible()
    await look(b, shoot, 'moderation-dark')
    await reported.getByRole('button', { name: new RegExp(`^${enOfAll('reviews.moderation.remove')}`, 'u') }).click()
    await expect(b.getByText(enOfAll('reviews.moderation.removed'))).toBeVisible()
    await expect(reported).toHaveCount(0)
    await expect(own.getByText(ruOfAll('reviews.own.judgedRemoved'))).toBeVisible()
    await look(a, shoot, 'removed')
    await find(a).button(ru('logout')).click()
    await expect(a.getByText(words)).toHaveCount(0)
  })
  expect(complaints).toEqual([])
  await close(a, b)
})

test('a review that can’t be saved is not lost: cut line, too many tries, game given back, log-in ended', async ({
  browser,
  store,
  launch,
  shoot,
}) => {
  test.setTimeout(300_000)
  const { launcher: ru, socials: ruOfAll } = wordsIn('ru')
  const complaints: string[] = []
  const { id: gameId } = await gameAt(store.url, slug)
  const vera = await newPerson(store.url, 'ru')
  await buyFromWallet(vera, gameId)
  const line = await layLine(store.url)
  const launcher = await launch(line.url)
  const page = await newPage(browser, 'ru', complaints, { viewport: desktop, colorScheme: 'dark' })
  const own = ownReview(page, 'ru')
  const { field, button } = find(page)
  const text = field(ruOfAll('reviews.form.text'))
  const stored = async (): Promise<{ review: { text: string; editedAt: string | null } | null }> =>
    vera.read('socials.review', { gameId })
  const open = () => page.goto(`${launcher.url}#/game/${gameId}?at=reviews`)
  await page.goto(launcher.url)
  await enterLauncher(page, vera, 'ru')

  await test.step('without a line the screen says so, and comes back by itself', async () => {
    // What is cut off from now on is the reviews, not the library that they stand in.
    await expect(
      page
        .getByRole('list', { name: ru('library.title') })
        .getByRole('link')
        .first(),
    ).toBeVisible()
    line.cut()
    await open()
    await expect(page.getByRole('heading', { name: ruOfAll('reviews.failed') })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(page, shoot, 'offline')
    line.mend()
    await expect(find(own).button(ruOfAll('reviews.own.no'))).toBeVisible({ timeout: 90_000 })
  })

  // As long as a review may be, with markup, marks that turn text round, and no blank to break at.
  const start = '<img src=x onerror=alert(1)><b>жир</b> \u202Eгов\u202C '
  const long = `${start}${'ж'.repeat(8000 - start.length)}`
  await test.step('a line cut in the midst of saving loses nothing and doubles nothing, pressed however often', async () => {
    await find(own).button(ruOfAll('reviews.own.no')).click()
    await text.fill(long)
    line.cut()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await expect(own.getByText(ru('failures.OFFLINE'))).toBeVisible()
    await expect(text).toHaveValue(long)
    await look(page, shoot, 'not-saved')
    line.mend()
    await button(ruOfAll('reviews.form.save')).dblclick()
    await expect(own.getByRole('button', { name: ruOfAll('reviews.whole') })).toBeVisible()
    const { review } = await stored()
    expect(review).toMatchObject({ text: long.replaceAll(/[\u202E\u202C]/gu, ''), editedAt: null })
    await look(page, shoot, 'long')
    await find(own).button(ruOfAll('reviews.whole')).click()
    await expect(own.getByText('onerror=alert(1)')).toBeVisible()
    await checkAccess(page)
    await find(own).button(ruOfAll('reviews.fold')).click()
  })

  await test.step('a log-in that ended elsewhere keeps what was being written until the next one', async () => {
    await find(own).button(ruOfAll('reviews.own.edit')).click()
    await text.fill('Короче')
    const later = await callAs(store.url, vera.email, vera.password)
    await later.call('auth.revokeOtherSessions', undefined)
    vera.token = later.token
    await page.keyboard.press('Control+Enter')
    await expect(field(ru('login.password'))).toBeVisible()
    await enterAgain()
    await expect(text).toHaveValue('Короче')
    await button(ruOfAll('reviews.form.saveEdit')).click()
    await expect.poll(async () => (await stored()).review?.text).toBe('Короче')
    await expect(own.getByText('Короче')).toBeVisible()
  })

  const elsewhere = await callAs(store.url, vera.email, vera.password)
  await test.step('a game given back elsewhere while the form is open: it stays, and says why', async () => {
    await find(own).button(ruOfAll('reviews.own.edit')).click()
    await text.fill('Ещё короче')
    await elsewhere.call('payments.refund', { gameId })
    await page.keyboard.press('Control+Enter')
    await expect(own.getByText(ru('failures.NOT_OWNED'))).toBeVisible()
    await expect(text).toHaveValue('Ещё короче')
    await look(page, shoot, 'not-owned')
  })

  await test.step('too many tries: it says how long to wait', async () => {
    // Of a game that isn't there: it counts as a try, and costs the store little.
    const nowhere = { gameId: crypto.randomUUID(), recommended: true, text: 'x' }
    const reason = (): Promise<string> =>
      elsewhere.call('socials.writeReview', nowhere).then(String, (error: Error) => error.message)
    const reasons = async () => (await Promise.all(Array.from({ length: 40 }, reason))).join(' ')
    await expect.poll(reasons, { intervals: [0], timeout: 60_000 }).toContain('RATE_LIMITED')
    await button(ruOfAll('reviews.form.saveEdit')).click()
    await expect(own.getByText(ru('failures.RATE_LIMITED_FOR', { time: '' }).replace(/\s*\.$/u, ''))).toBeVisible()
    await expect(text).toHaveValue('Ещё короче')
    await look(page, shoot, 'too-often')
    await button(ruOfAll('reviews.form.cancel')).click()
  })

  await test.step('the review of a game given back stays, marked, and can only be removed', async () => {
    await expect(page.getByRole('heading', { name: ru('game.notHere') })).toBeVisible()
    await expect(own.getByText(ruOfAll('reviews.refunded'))).toBeVisible()
    await expect(find(own).button(ruOfAll('reviews.own.edit'))).toHaveCount(0)
    await look(page, shoot, 'refunded')
    await find(own).button(ruOfAll('reviews.own.remove')).click()
    await find(page.getByRole('dialog')).button(ruOfAll('reviews.own.remove')).dblclick()
    await expect(page.getByText(ruOfAll('reviews.own.notOwned'))).toBeVisible()
    expect(await stored()).toMatchObject({ review: null })
  })
  await line.close()
  expect(complaints).toEqual([])
  await close(page)

  async function enterAgain(): Promise<void> {
    await field(ru('login.email')).fill(vera.email)
    await field(ru('login.password')).fill(vera.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
