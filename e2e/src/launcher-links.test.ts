import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { enterLauncher } from './launcher-visitor.ts'
import { layLine } from './line.ts'
import { buyFromWallet, logIn, newPerson } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage, phone } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

const player = { email: 'player@kettle.test', password: 'kettle-on-the-stove' }
const narrow = { width: 900, height: 800 }
const wide = { width: 1280, height: 800 }

const schemes = { ru: 'light', en: 'dark' } as const

for (const language of storyLanguages('en'))
  test(`a link from the web opens the launcher at the game, which asks before it does anything, in ${language}`, async ({
    browser,
    store,
    launch,
    shoot,
  }) => {
    const { launcher: word } = wordsIn(language)
    const complaints: string[] = []
    const idOf = async (slug: string) => (await gameAt(store.url, slug)).id
    const [mine, strange] = [await idOf('isobar'), await idOf('night-tram-nine')]
    const program = await launch(store.url)
    const page: Page = await newPage(browser, language, complaints, { colorScheme: schemes[language] })
    const { button, field } = find(page)
    const dialog = page.getByRole('dialog')
    const open = (link: string) => page.goto(`${program.url}?open=${encodeURIComponent(link)}`)
    const look = async (name: string) => {
      await page.setViewportSize(narrow)
      await shoot(page, `${name}-900`)
      await page.setViewportSize(wide)
      await shoot(page, name)
      await checkAccess(page)
    }

    await test.step('who is not signed in logs in first, and then goes on', async () => {
      await open(`kettle://install/${mine}`)
      await expect(page.getByText(word('link.login'))).toBeVisible()
      await look('login')
      await field(word('login.email')).fill(player.email)
      await field(word('login.password')).fill(player.password)
      await page.keyboard.press('Enter')
      await expect(dialog.getByText(program.dataDir)).toBeVisible()
      await expect(page).toHaveURL(new RegExp(`#/game/${mine}$`, 'u'))
      await look('install')
      await button(word('link.no')).click()
      await expect(dialog).toBeHidden()
      // The link is dealt with: it does not come back.
      await page.reload()
      await expect(page.getByRole('button', { name: new RegExp(`^${word('game.install')}`, 'u') })).toBeVisible()
      await expect(dialog).toBeHidden()
    })

    await test.step('a game of nobody’s here leads to the store; what is no link leads nowhere', async () => {
      await open(`kettle://play/${strange}`)
      await expect(dialog.getByRole('heading', { name: word('link.notOwned') })).toBeVisible()
      await expect(dialog.getByRole('link', { name: word('link.toStore') })).toHaveAttribute('href', store.url)
      await look('not-owned')
      await button(word('link.close')).click()
      await open('kettle://app/index.html')
      await expect(page.getByRole('heading', { name: word('library.title') })).toBeVisible()
      // A link that is none is passed over: the next one is the first to be asked about.
      await open(`kettle://play/${strange}`)
      await expect(dialog).toHaveCount(1)
      await expect(dialog.getByRole('heading', { name: word('link.notOwned') })).toBeVisible()
      await button(word('link.close')).click()
      await expect(dialog).toBeHidden()
    })

    await test.step('a game that was bought a moment ago is found, installed by a click, and tells what is new', async () => {
      const gameId = await idOf('a-jar-of-jam')
      const owner = await logIn(store.url, player.email, player.password)
      // In the other language this player may have bought it already.
      await buyFromWallet(owner, gameId).catch((error: Error) => expect(error.message).toContain('ALREADY_OWNED'))
      await open(`kettle://install/${gameId}`)
      await dialog.getByRole('button', { name: word('game.install'), exact: true }).click()
      await expect(button(word('game.play'))).toBeVisible()
      await expect(page.getByRole('heading', { name: word('changelog.title') })).toBeVisible()
      await expect(page.getByText(word('changelog.here'))).toBeVisible()
      await look('changelog')
      await open(`kettle://play/${gameId}`)
      await expect(dialog).toBeVisible()
      await look('play')
      await dialog.getByRole('button', { name: word('game.play'), exact: true }).click()
      await expect(page.locator('iframe')).toBeVisible()
      await button(word('game.leave')).click()
    })

    expect(complaints).toEqual([])
  })

test('without the library nobody says of a game that it is not in there', async ({ browser, store, launch, shoot }) => {
  const { launcher: word } = wordsIn('ru')
  const complaints: string[] = []
  const player = await newPerson(store.url, 'ru')
  const line = await layLine(store.url)
  const first = await launch(line.url)
  const page = await newPage(browser, 'ru', complaints, { viewport: phone.viewport })
  await page.goto(first.url)
  await enterLauncher(page, player, 'ru')
  expect(await first.stop()).toBe(0)
  await rm(join(first.dataDir, 'libraries'), { recursive: true })
  line.cut()
  const second = await launch(line.url, first.dataDir)
  await page.goto(`${second.url}#/game/${crypto.randomUUID()}`)
  await expect(page.getByRole('heading', { name: word('library.failed') })).toBeVisible()
  await checkAccess(page)
  await shoot(page, 'unknown')
  line.mend()
  await find(page.getByRole('alert').filter({ hasText: word('library.failed') }))
    .button(word('retry'))
    .click()
  await expect(page.getByRole('heading', { name: word('game.notHere') })).toBeVisible()
  await line.close()
  expect(complaints).toEqual([])
})
