import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectSftp, type DownloadTicket } from '../../apps/desktop/src/core/install/index.ts'
import { gameFolders } from '../../apps/server/src/dev/demo/game-folders.ts'
import { buildGamePage } from '../../packages/db/src/factories.ts'
import { expect, test } from './fixtures.ts'
import { kettle, publisher } from './kettle.ts'
import { playASecond } from './launcher-visitor.ts'
import { logIn as callAs, newPerson } from './person.ts'
import { close, find, logIn, newPage } from './visitor.ts'
import { type Language, storyLanguages, wordsIn } from './words.ts'

for (const language of storyLanguages('ru')) tellStory(language)

function tellStory(language: Language): void {
  const { web, launcher } = wordsIn(language)

  test(`a game from its publisher's folder to a player's screen, its update, and back, in ${language}`, async ({
    browser,
    store,
    launch,
    shoot,
  }) => {
    test.setTimeout(240_000)
    const complaints: string[] = []
    const work = await mkdtemp(join(tmpdir(), 'kettle-push-to-play-'))
    const game = join(work, 'game')
    const slug = `pushed-${language}`
    const title = { en: 'Pushed and Played', ru: 'Туда и обратно' }[language]
    const seller = await callAs(store.url, publisher.email, publisher.password)
    let gameId = ''

    await test.step('the publisher makes its page and pushes a folder', async () => {
      const page = buildGamePage({ slug, title: { en: title, ru: title }, basePrice: 499 })
      const made = await seller.call<{ id: string }>('storage.saveGame', page)
      gameId = made.id
      for (const part of gameFolders('slippery-business')) await cp(part, game, { recursive: true })
      // Most of its bytes.
      await writeFile(join(game, 'level.bin'), randomBytes(4_000_000))
      const said = await kettle(store.url, work, push('1.0.0', 'stable'))
      expect(said).toContain('1.0.0')
    })

    const player = await newPerson(store.url, language)
    const page = await logIn(browser, store.url, player.email, language, complaints)

    await test.step('a player buys it by card on the web', async () => {
      await page.goto(`${store.url}/game/${slug}`)
      const { button } = find(page)
      await button(web('payments.offer.buy')).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(web('payments.buy.payByCard', { price: '.+' }), 'u') })
        .click()
      await expect(page).toHaveURL(/\/pay\//u)
      await page.getByRole('button', { name: language === 'ru' ? 'Оплатить' : 'Pay', exact: true }).click()
      await expect(page.getByRole('heading', { name: web('payments.order.heading.paid') })).toBeVisible()
    })

    const program = await launch(store.url)
    const screen = await newPage(browser, language, complaints)
    const press = (name: string) => find(screen).button(name).click()
    const version = (text: string) => expect(screen.getByText(text, { exact: false }).first()).toBeVisible()

    await test.step('the web hands it to the launcher, which installs it over SFTP and plays it', async () => {
      await screen.goto(`${program.url}?open=${encodeURIComponent(`kettle://install/${gameId}`)}`)
      await find(screen).field(launcher('login.email')).fill(player.email)
      await find(screen).field(launcher('login.password')).fill(player.password)
      await screen.keyboard.press('Enter')
      await screen
        .getByRole('dialog')
        .getByRole('button', { name: launcher('game.install'), exact: true })
        .click()
      await expect(find(screen).button(launcher('game.play'))).toBeVisible()
      await version('1.0.0')
      await press(launcher('game.play'))
      await expect(screen.frameLocator(`iframe[title="${title}"]`).locator('canvas, button').first()).toBeVisible()
      await playASecond(screen.frameLocator(`iframe[title="${title}"]`))
      await shoot(screen, 'playing')
      await press(launcher('game.leave'))
    })

    await test.step('the time is counted in the library', async () => {
      const played = () =>
        fetch(`${store.url}/trpc/library.get?input=${encodeURIComponent(JSON.stringify({ gameId }))}`, {
          headers: { authorization: `Bearer ${player.token}` },
        }).then(async (answer) => (await answer.json()).result.data.playtimeSeconds as number)
      await expect.poll(played).toBeGreaterThan(0)
    })

    await test.step('a little change is previewed as little, pushed, and reaches nobody until it is promoted', async () => {
      const index = join(game, 'index.html')
      await writeFile(index, (await readFile(index, 'utf8')).replace('</body>', '<p id="news">1.1.0!</p></body>'))
      const preview = await kettle(store.url, work, ['preview', game, '--game', slug, '--platform', 'any'])
      // In bytes, where the whole game has four million of them.
      expect(preview).toMatch(/Players of 1\.0\.0 fetch at most about \d+ B,/u)
      await kettle(store.url, work, push('1.1.0'))
      await screen.reload()
      await expect(find(screen).button(launcher('game.play'))).toBeVisible()
      const builds = await kettle(store.url, work, ['builds', '--game', slug])
      const build =
        builds
          .split('\n')
          .find((line) => line.includes('1.1.0'))
          ?.match(/[0-9a-f-]{36}/u)?.[0] ?? ''
      await kettle(store.url, work, ['promote', build, '--channel', 'stable'])
    })

    await test.step('the launcher updates, and the new version plays', async () => {
      await screen.reload()
      await press(launcher('game.update', { version: '1.1.0' }))
      // Until the update has begun the old version can still be played.
      await expect(find(screen).button(launcher('game.update', { version: '1.1.0' }))).toHaveCount(0)
      await expect(find(screen).button(launcher('game.play'))).toBeVisible()
      await version('1.1.0')
      await press(launcher('game.play'))
      await expect(screen.frameLocator(`iframe[title="${title}"]`).getByText('1.1.0!')).toBeVisible()
      await shoot(screen, 'updated')
      await press(launcher('game.leave'))
    })

    await test.step('it is given back, and the door is shut', async () => {
      const ticket = await player.call<DownloadTicket>('storage.download', { gameId, platform: 'linux' })
      await page.goto(`${store.url}/library`)
      await find(page).button(web('payments.refund.open')).click()
      await find(page.getByRole('dialog')).button(web('payments.refund.confirm')).click()
      await expect(page.getByText(web('payments.refund.done'), { exact: true })).toBeVisible()
      await expect(player.call('storage.download', { gameId, platform: 'linux' })).rejects.toThrow('NOT_OWNED')
      await expect(connectSftp(ticket)).rejects.toThrow()
      await screen.reload()
      await expect(
        screen.getByText(launcher('library.leftovers')).or(screen.getByText(launcher('game.notHere'))),
      ).toBeVisible()
      await shoot(screen, 'given-back')
    })

    expect(complaints).toEqual([])
    await close(page, screen)
    await rm(work, { recursive: true, force: true })

    function push(version: string, channel?: string): string[] {
      const words = ['push', game, '--game', slug, '--platform', 'any', '--version', version]
      return channel ? [...words, '--channel', channel] : words
    }
  })
}
