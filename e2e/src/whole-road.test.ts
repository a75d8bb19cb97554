import { expect, test } from './fixtures.ts'
import { playASecond } from './launcher-visitor.ts'
import { mailboxOf } from './mailbox.ts'
import { newPage } from './visitor.ts'
import { type Language, storyLanguages, wordsIn } from './words.ts'

/** A game of the demo store that costs money and has a build, by the words that someone would look for it with. */
const game = {
  en: { title: 'Orbital Post', query: 'mailbag planets' },
  ru: { title: 'Орбитальная почта', query: 'почта планеты' },
}
const password = 'a kettle on a slow fire'

for (const language of storyLanguages('en')) tellStory(language)

function tellStory(language: Language): void {
  const { web, launcher } = wordsIn(language)
  const { title, query } = game[language]

  test(`from registering to playing and giving back, in ${language}`, async ({ browser, store, launch, shoot }) => {
    const email = `road-${language}-${Date.now()}@kettle.test`
    // What the browser itself complains of: a broken script, or one that the store's own policy refused.
    const complaints: string[] = []
    const page = await newPage(browser, language, complaints)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const field = (name: string) => page.getByLabel(name, { exact: true })

    await test.step('looks at the store', async () => {
      await page.goto(store.url)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      for (const row of ['new', 'popular', 'discounted'])
        await expect(page.getByRole('heading', { name: web(`search.store.${row}`), exact: true })).toBeVisible()
      await expect(page.getByText(title).first()).toBeVisible()
      await shoot(page, 'store')
    })

    await test.step('registers with four fields and confirms with one', async () => {
      await page
        .getByRole('banner')
        .getByRole('link', { name: web('common.nav.login') })
        .click()
      await expect(page.getByRole('heading', { name: web('auth.login.title') })).toBeVisible()
      await shoot(page, 'login')
      await page.getByRole('link', { name: web('auth.login.register') }).click()
      await field(web('auth.name')).fill(language === 'ru' ? 'Аня Чайникова' : 'Ann Kettle')
      await field(web('auth.email')).fill(email)
      await field(web('auth.password')).fill(password)
      await field(web('auth.repeat')).fill('something else')
      await shoot(page, 'register')
      await button(web('auth.register.submit')).click()
      await expect(page.getByText(web('fields.PASSWORDS_DIFFER'))).toBeVisible()
      await field(web('auth.repeat')).fill(password)
      await button(web('auth.register.submit')).click()
      await expect(page.getByRole('heading', { name: web('auth.confirm.title') })).toBeVisible()
      const code = await mailboxOf(store.url, email).nextCode()
      await field(web('auth.confirm.code')).fill(code === '00000000' ? '11111111' : '00000000')
      await button(web('auth.confirm.submit')).click()
      await expect(page.getByText(web('errors.CODE_INVALID')).first()).toBeVisible()
      await shoot(page, 'confirm')
      await field(web('auth.confirm.code')).fill(code)
      await button(web('auth.confirm.submit')).click()
      await expect(page.getByRole('button', { name: new RegExp(web('common.nav.account'), 'u') })).toBeVisible()
    })

    await test.step('finds a game by its description', async () => {
      await page
        .getByRole('combobox', { name: web('common.search.label') })
        .first()
        .fill(query)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/search\?q=/u)
      await expect(page.getByRole('link', { name: title }).first()).toBeVisible()
      await shoot(page, 'search')
      await page.getByRole('link', { name: title }).first().click()
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await shoot(page, 'game')
    })

    await test.step('tops up the wallet in the sandbox', async () => {
      await button(web('payments.offer.buy')).click()
      await expect(page.getByRole('radio', { name: web('payments.buy.wallet') })).toBeDisabled()
      await shoot(page, 'buy-not-enough')
      await page.getByRole('link', { name: web('payments.buy.topUp') }).click()
      await shoot(page, 'wallet')
      await button(web('payments.wallet.submit')).click()
      await expect(page).toHaveURL(/\/pay\//u)
      await shoot(page, 'pay')
      await page.getByRole('button', { name: language === 'ru' ? 'Оплатить' : 'Pay', exact: true }).click()
      await expect(page.getByRole('link', { name: web('payments.wallet.backToGame') })).toBeVisible()
      await shoot(page, 'wallet-paid')
    })

    await test.step('buys it', async () => {
      await page.getByRole('link', { name: web('payments.wallet.backToGame') }).click()
      await button(web('payments.offer.buy')).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`^${web('payments.buy.pay', { price: '.+' })}$`, 'u') })
        .click()
      await expect(page.getByRole('dialog', { name: web('payments.buy.done') })).toBeVisible()
      await shoot(page, 'bought')
      await page.getByRole('link', { name: web('payments.buy.toLibrary') }).click()
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await shoot(page, 'library')
    })

    const program = await launch(store.url)
    const screen = await newPage(browser, language, complaints)
    const press = (name: string | RegExp) => screen.getByRole('button', { name }).first().click()

    await test.step('opens the launcher and logs in', async () => {
      await screen.goto(program.url)
      await screen.getByLabel(launcher('login.email'), { exact: true }).fill(email)
      await screen.getByLabel(launcher('login.password'), { exact: true }).fill('not the password')
      await press(launcher('login.submit'))
      await expect(screen.getByText(launcher('failures.INVALID_CREDENTIALS'))).toBeVisible()
      await screen.getByLabel(launcher('login.password'), { exact: true }).fill(password)
      await shoot(screen, 'launcher-login')
      await press(launcher('login.submit'))
      await expect(screen.getByText(title).first()).toBeVisible()
      await shoot(screen, 'launcher-library')
    })

    await test.step('installs the game over SFTP', async () => {
      await screen.getByText(title).first().click()
      await press(new RegExp(launcher('game.install'), 'u'))
      await expect(screen.getByRole('button', { name: launcher('game.play'), exact: true })).toBeVisible()
      await shoot(screen, 'launcher-installed')
    })

    await test.step('plays it', async () => {
      await press(launcher('game.play'))
      const frame = screen.frameLocator(`iframe[title="${title}"]`)
      await expect(frame.locator('canvas, button').first()).toBeVisible()
      await screen.keyboard.press('Space')
      await playASecond(frame)
      await shoot(screen, 'launcher-playing')
      await press(launcher('game.leave'))
      await expect(screen.getByRole('button', { name: launcher('game.play'), exact: true })).toBeVisible()
      // The launcher tells the store how long it was after its own screen has changed.
      await expect(async () => {
        await page.reload()
        await expect(page.getByText(playedTime(web('library.played', { time: '' }))).first()).toBeVisible({
          timeout: 10_000,
        })
      }).toPass({ timeout: 60_000 })
    })

    await test.step('gives it back: money returns, and the door is shut', async () => {
      await page.getByRole('button', { name: web('payments.refund.open') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await shoot(page, 'refund')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: web('payments.refund.confirm'), exact: true })
        .click()
      await expect(page.getByText(web('payments.refund.done'), { exact: true })).toBeVisible()
      await page.goto(`${store.url}/history`)
      await expect(page.getByText(`${web('payments.history.refund')}: ${title}`)).toBeVisible()
      await expect(page.getByText(`${web('payments.history.purchase')}: ${title}`)).toBeVisible()
      await expect(page.getByText(web('payments.history.topUp'), { exact: true })).toBeVisible()
      await shoot(page, 'history')
      await screen.reload()
      await expect(
        screen.getByText(launcher('library.leftovers')).or(screen.getByText(launcher('game.notHere'))),
      ).toBeVisible()
      await shoot(screen, 'launcher-after-refund')
    })

    expect(complaints).toEqual([])
  })
}

/** The sentence on playtime with any time in it. */
function playedTime(sentence: string): RegExp {
  return new RegExp(`^${sentence.trim()} (< )?\\d`, 'u')
}
