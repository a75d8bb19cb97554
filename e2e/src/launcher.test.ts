import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { buyFromWallet, fillWallet, newPerson } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

const owned = ['isobar', 'the-map-lies', 'hedgehogs-pantry']
const { launcher: ru } = wordsIn('ru')
const { launcher: en } = wordsIn('en')
// So slow that what one read brought holds up the next for minutes.
const crawl = { gamesFolder: null, speedLimit: 10, language: null, channel: 'stable' }

const starting = (text: string) => new RegExp(`^${text}`, 'u')
const library = (page: Page) => page.getByRole('list', { name: ru('library.title') })
const waiting = (page: Page) => page.locator('ol > li')

test('downloads in their order, over a restart, at the speed that was chosen; the library finds, filters and scrolls thousands', async ({
  browser,
  store,
  launch,
  shoot,
}) => {
  const complaints: string[] = []
  const player = await newPerson(store.url, 'ru')
  await fillWallet(player, 10_000)
  for (const slug of owned) {
    const { id } = await gameAt(store.url, slug)
    await buyFromWallet(player, id)
  }
  const data = join(tmpdir(), `kettle-e2e-launcher-${crypto.randomUUID()}`)
  await mkdir(data, { recursive: true })
  await writeFile(join(data, 'settings.json'), JSON.stringify(crawl))
  const first = await launch(store.url, data)
  const page = await newPage(browser, 'ru', complaints)
  const { button, field, link } = find(page)
  const goTo = (name: string): Promise<void> =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: starting(name) })
      .click()
  const install = async (title: string): Promise<void> => {
    await goTo(ru('nav.library'))
    await link(title).click()
    await page.getByRole('button', { name: starting(ru('game.install')) }).click()
  }

  await page.goto(first.url)
  await field(ru('login.email')).fill(player.email)
  await field(ru('login.password')).fill(player.password)
  await page.keyboard.press('Enter')
  await expect(library(page).getByRole('listitem')).toHaveCount(3)
  const titles = await library(page).getByRole('heading').allTextContents()
  const [a = '', b = '', c = ''] = titles
  await goTo(ru('nav.downloads'))
  await expect(page.getByRole('heading', { name: ru('downloads.empty') })).toBeVisible()
  await shoot(page, 'downloads-empty')

  await test.step('one after the other, in an order that can be changed', async () => {
    for (const title of [a, b, c]) await install(title)
    await goTo(ru('nav.downloads'))
    await expect(page.getByRole('heading', { name: a })).toBeVisible()
    await expect(waiting(page)).toHaveCount(2)
    await expect(page.getByText(ru('downloads.heldUpBy.limit'))).toBeVisible()
    await button(ru('downloads.up', { title: c })).click()
    await expect(waiting(page).first()).toContainText(c)
    await shoot(page, 'downloads')
    await checkAccess(page)
    await page.setViewportSize(phone.viewport)
    await checkAccess(page)
    await shoot(page, 'downloads-phone')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('one that waits is stopped and taken up again; order and all outlive the launcher', async () => {
    await waiting(page)
      .last()
      .getByRole('button', { name: ru('downloads.pause') })
      .click()
    await expect(page.getByRole('heading', { name: ru('downloads.still') })).toBeVisible()
    await shoot(page, 'downloads-stopped')
    await button(ru('game.resume')).click()
    await expect(waiting(page)).toHaveCount(2)
    await button(ru('downloads.pauseAll')).click()
    await expect(waiting(page)).toHaveCount(0)
    await shoot(page, 'downloads-all-paused')
    await button(ru('downloads.resumeAll')).click()
    await expect(waiting(page)).toHaveCount(2)
    expect(await first.stop()).toBe(0)
    const second = await launch(store.url, data)
    await page.goto(`${second.url}#/downloads`)
    // A new start gives every line a first read for nothing, which may have been all that the first one lacked.
    await expect(page.getByRole('heading', { name: new RegExp(`${a}|${c}`, 'u') })).toBeVisible()
    await expect(waiting(page).last()).toContainText(b)
  })

  await test.step('a limit that is lifted lets go at once what it held', async () => {
    await goTo(ru('nav.settings'))
    await checkAccess(page)
    await shoot(page, 'settings')
    await field(ru('settings.folder')).fill('games')
    await button(ru('settings.useFolder')).click()
    await expect(page.getByText(ru('failures.FOLDER_UNUSABLE'))).toBeVisible()
    await page.getByLabel(ru('settings.notifyUpdates')).uncheck()
    await field(ru('settings.limit')).selectOption({ label: ru('settings.noLimit') })
    await expect(page.getByText(ru('notices.installed', { version: '' }).slice(-20)).first()).toBeVisible()
    await shoot(page, 'settings-notices')
    await goTo(ru('nav.library'))
    await button(ru('library.shows.installed', { count: '3' })).click()
    await expect(library(page).getByText(ru('library.installed'))).toHaveCount(3)
    expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toMatchObject({
      ...{ speedLimit: null, notifyUpdates: false, notifyInstalled: true },
    })
  })

  await test.step('the library finds and filters, as covers and as lines, in English too', async () => {
    await shoot(page, 'library')
    await field(ru('library.search')).fill(b.slice(0, 4))
    await expect(library(page).getByRole('listitem')).toHaveCount(1)
    await page.reload()
    await expect(library(page).getByRole('listitem')).toHaveCount(1)
    await field(ru('library.search')).fill('zzz')
    await expect(page.getByText(ru('library.nothingFound', { query: 'zzz' }))).toBeVisible()
    await field(ru('library.search')).fill('')
    await button(ru('library.shows.updates', { count: '0' })).click()
    await expect(page.getByText(ru('library.nothingHere'))).toBeVisible()
    await button(ru('library.shows.all', { count: '3' })).click()
    await button(ru('library.asList')).click()
    await checkAccess(page)
    await goTo(ru('nav.settings'))
    await field(ru('language')).selectOption('en')
    await expect(page.getByRole('heading', { name: en('settings.title') })).toBeVisible()
    await shoot(page, 'settings-en')
    await goTo(en('nav.library'))
    await shoot(page, 'library-list-en')
  })

  await test.step('five thousand games are there without the store, and only those on screen are drawn', async () => {
    await page.goto('about:blank')
    const names = ['session.json'] as const
    const session = JSON.parse(await readFile(join(data, names[0]), 'utf8'))
    const kept = (server: string) =>
      join(
        ...[data, 'libraries'],
        `${createHash('sha256').update(`${server} ${session.user.id}`).digest('hex').slice(0, 16)}.json`,
      )
    const cached = JSON.parse(await readFile(kept(session.server), 'utf8'))
    const many = Array.from({ length: 5_000 }, (_, index) => {
      const item = cached.items[index % cached.items.length]
      const id = index < cached.items.length ? item.game.id : crypto.randomUUID()
      return { ...item, game: { ...item.game, id, title: `${item.game.title} ${index}` } }
    })
    // Nothing listens there: this store is out of reach.
    const away = 'http://127.0.0.1:9'
    await writeFile(join(data, 'session.json'), JSON.stringify({ ...session, server: away }))
    await writeFile(kept(away), JSON.stringify({ ...cached, items: many }))
    const third = await launch(store.url, data)
    await page.goto(third.url)
    const list = page.getByRole('list', { name: en('library.title') })
    await expect(page.getByText(en('failures.OFFLINE'))).toBeVisible()
    await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '5000')
    expect(await list.getByRole('listitem').count()).toBeLessThan(100)
    // Covers that were never seen can't be had: initials stand in for them.
    await expect(list.locator('img')).toHaveCount(0)
    await shoot(page, 'library-offline-5000')
    const frames = await page.evaluate(async () => {
      const times: number[] = []
      for (let step = 1, before = performance.now(); step <= 120; step++) {
        // Rows are measured as they come near, so the end moves a little.
        scrollTo(0, ((document.documentElement.scrollHeight - innerHeight) * step) / 120)
        await new Promise(requestAnimationFrame)
        times.push(performance.now() - before)
        before = performance.now()
      }
      return times.sort((one, other) => one - other)
    })
    test.info().annotations.push({ type: 'frame ms, median and worst', description: `${frames[60]}, ${frames[119]}` })
    // The last rows are measured only there, which moves the end once more: one scrolls on until it is reached.
    const end = list.getByRole('listitem').and(page.locator('[aria-posinset="5000"]'))
    await expect
      .poll(async () => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        return end.count()
      })
      .toBe(1)
    expect(await list.getByRole('listitem').count()).toBeLessThan(100)
    await field(en('library.search')).fill('4999')
    await expect(list.getByRole('listitem')).toHaveCount(1)
  })

  await rm(data, { recursive: true, force: true })
  expect(complaints).toEqual([])
})
