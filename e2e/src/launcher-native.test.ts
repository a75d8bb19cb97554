import { expect, test } from './fixtures.ts'
import { buyFromWallet, logIn } from './person.ts'
import { gameAt } from './programs.ts'
import { find, newPage } from './visitor.ts'
import { wordsIn } from './words.ts'

const player = { email: 'player@kettle.test', password: 'kettle-on-the-stove' }

// Elsewhere the program opens a terminal that nobody closes.
if (process.platform === 'linux')
  test('a program of the demo store plays as a process, is counted, and ends when it is told to', async ({
    browser,
    store,
    launch,
    shoot,
  }) => {
    const { launcher: word } = wordsIn('ru')
    const complaints: string[] = []
    const { id: gameId } = await gameAt(store.url, 'seventh-floor-please')
    const owner = await logIn(store.url, player.email, player.password)
    await buyFromWallet(owner, gameId)

    const program = await launch(store.url)
    const page = await newPage(browser, 'ru', complaints)
    const { button, field } = find(page)
    await page.goto(`${program.url}?open=${encodeURIComponent(`kettle://install/${gameId}`)}`)
    await field(word('login.email')).fill(player.email)
    await field(word('login.password')).fill(player.password)
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: word('game.install'), exact: true })
      .click()
    await button(word('game.play')).click()
    await expect(button(word('game.stop'))).toBeVisible()
    await shoot(page, 'playing')
    const played = () => owner.read<{ lastPlayedAt: string | null }>('library.get', { gameId })
    await button(word('game.stop')).click()
    await expect(button(word('game.play'))).toBeVisible()
    await expect.poll(async () => (await played()).lastPlayedAt).not.toBeNull()
    expect(complaints).toEqual([])
  })
