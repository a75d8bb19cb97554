import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { mailboxOf } from './mailbox.ts'
import { find, newPage, password } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

const schemes = { ru: 'dark', en: 'light' } as const

for (const language of storyLanguages('ru'))
  test(`a new launcher is greeted once, and a new account confirmed in it, in ${language}`, async ({
    browser,
    store,
    launch,
    shoot,
  }) => {
    const { launcher: word } = wordsIn(language)
    const complaints: string[] = []
    const data = await mkdtemp(join(tmpdir(), 'kettle-e2e-launcher-'))
    const program = await launch('http://127.0.0.1:9', data)
    const page = await newPage(browser, language, complaints, { colorScheme: schemes[language] })
    const { button, field } = find(page)
    const look = async (name: string) => {
      await page.setViewportSize({ width: 900, height: 800 })
      await shoot(page, `${name}-900`)
      await page.setViewportSize({ width: 1280, height: 800 })
      await shoot(page, name)
      await checkAccess(page)
    }

    await test.step('says where games go and how much fits, and asks which store', async () => {
      await page.goto(program.url)
      await expect(page.getByRole('heading', { name: word('welcome.title') })).toBeVisible()
      await expect(field(word('settings.folder'))).toHaveValue(join(data, 'games'))
      await expect(page.getByText(word('welcome.free', { size: '' }).trim())).toBeVisible()
      await field(word('login.server')).fill('the store')
      await button(word('welcome.done')).click()
      await expect(page.getByText(word('login.serverInvalid'))).toBeVisible()
      await field(word('login.server')).fill(store.url)
      await look('welcome')
      await button(word('welcome.done')).click()
      await expect(page.getByRole('heading', { name: word('login.title') })).toBeVisible()
      await page.reload()
      await expect(page.getByRole('heading', { name: word('login.title') })).toBeVisible()
      await expect(page.getByRole('link', { name: word('login.register') })).toHaveAttribute(
        'href',
        `${store.url}/register`,
      )
      await look('login')
    })

    await test.step('takes the code of a registration, and another one', async () => {
      const email = `entrance-${language}-${Date.now()}@kettle.test`
      await fetch(`${store.url}/trpc/auth.register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Чайник', email, password, locale: language }),
      })
      const mailbox = mailboxOf(store.url, email)
      const old = await mailbox.nextCode()
      await button(word('login.haveCode')).click()
      await field(word('login.email')).fill(email)
      await button(word('login.resend')).click()
      await expect(page.getByText(word('login.codeSent'))).toBeVisible()
      const code = await mailbox.nextCode()
      await field(word('login.mailedCode')).fill(old)
      await button(word('login.confirmSubmit')).click()
      await expect(page.getByText(word('failures.CODE_INVALID'))).toBeVisible()
      await look('confirm')
      await field(word('login.mailedCode')).fill(code)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: word('library.empty') })).toBeVisible()
    })

    expect(complaints).toEqual([])
  })
