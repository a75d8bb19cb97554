import type { Page } from 'playwright'
import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { mailboxOf } from './mailbox.ts'
import { newPerson } from './person.ts'
import { close, find, logIn, newPage, password, phone } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

const names = { en: 'Ann Kettle', ru: 'Аня Чайникова' }

const looks = { ru: phone, en: { colorScheme: 'dark' } } as const

for (const language of storyLanguages('en'))
  test(`an account from its first code to its devices, in ${language}`, async ({ browser, store, shoot }) => {
    const { web } = wordsIn(language)
    const complaints: string[] = []
    const email = `account-${language}-${Date.now()}@kettle.test`
    const mailbox = mailboxOf(store.url, email)
    const page = await newPage(browser, language, complaints, looks[language])
    const { field, button, link } = find(page)

    await test.step('registers, and hears of each rule while typing', async () => {
      // From a page for users, and back to it in the end.
      await page.goto(`${store.url}/library`)
      await link(web('auth.login.register')).click()
      await field(web('auth.name')).fill(names[language])
      await field(web('auth.email')).fill(email)
      await field(web('auth.password')).pressSequentially('kettl')
      await expect(page.getByText(/3/u).filter({ visible: true }).first()).toBeVisible()
      await field(web('auth.password')).fill('password1')
      await expect(page.getByText(web('fields.PASSWORD_TOO_COMMON')).first()).toBeVisible()
      await shoot(page, 'too-common')
      await checkLayout(page)
      await field(web('auth.password')).fill(password)
      await expect(page.getByText(web('auth.strength.score4')).first()).toBeVisible()
      await field(web('auth.repeat')).fill('a kettle')
      await button(web('auth.register.submit')).click()
      await expect(field(web('auth.repeat'))).toBeFocused()
      await expect(page.getByText(web('fields.PASSWORDS_DIFFER'))).toBeVisible()
      await field(web('auth.repeat')).fill(password)
      await expect(page.getByText(web('auth.register.same'))).toBeVisible()
      await shoot(page, 'strong')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: web('auth.confirm.title') })).toBeVisible()
    })

    await test.step('confirms with a code pasted as the mail client had it', async () => {
      const code = await mailbox.nextCode()
      await expect(field(web('auth.confirm.code'))).toBeFocused()
      await shoot(page, 'confirm')
      await checkLayout(page)
      await paste(page, ` ${code.slice(0, 4)}-${code.slice(4)} `)
      await expect(field(web('auth.confirm.code'))).toHaveValue(code)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/library$/u)
      await expect(page.getByText(web('auth.confirm.welcome', { name: names[language] }))).toBeVisible()
    })

    await test.step('logs out by the menu and in by the form', async () => {
      await page.getByRole('button', { name: new RegExp(web('common.nav.account'), 'u') }).click()
      await page.getByRole('menuitem', { name: web('common.nav.logout') }).click()
      await expect(page.getByRole('banner').getByRole('link', { name: web('common.nav.login') })).toBeVisible()
      await page.goto(`${store.url}/login?from=/account`)
      await field(web('auth.email')).fill(email.toUpperCase())
      await field(web('auth.password')).fill('not the password')
      await button(web('auth.login.submit')).click()
      await expect(page.getByRole('alert')).toContainText(web('errors.INVALID_CREDENTIALS'))
      await expect(field(web('auth.email'))).toHaveValue(email.toUpperCase())
      await field(web('auth.password')).fill(password)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: web('account.profile.title'), level: 1 })).toBeVisible()
      await shoot(page, 'profile')
    })

    const other = await newPage(browser, language, complaints)
    await test.step('forgets the password, and sets another by the link in the mail', async () => {
      const there = find(other)
      await other.goto(`${store.url}/login`)
      await there.field(web('auth.email')).fill(email)
      await there.button(web('auth.login.forgot')).click()
      await expect(there.field(web('auth.email'))).toHaveValue(email)
      await there.button(web('auth.reset.submit')).click()
      await expect(other.getByRole('heading', { name: web('auth.reset.codeTitle') })).toBeVisible()
      const code = await mailbox.nextCode()
      // A reload loses nothing of it.
      await other.reload()
      await expect(other.getByRole('timer')).toBeVisible()
      await other.goto(await mailbox.link())
      await expect(there.field(web('auth.confirm.code'))).toHaveValue(code)
      await there.field(web('auth.reset.newPassword')).fill('a second kettle, still slow')
      await shoot(other, 'reset')
      await checkLayout(other)
      await there.button(web('auth.reset.save')).click()
      await expect(other.getByText(web('auth.reset.done'))).toBeVisible()
      // The first browser is out.
      await page.goto(`${store.url}/account/security`)
      await expect(page.getByRole('heading', { name: web('auth.login.title'), level: 1 })).toBeVisible()
      await field(web('auth.email')).fill(email)
      await field(web('auth.password')).fill('a second kettle, still slow')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: web('account.security.title'), level: 1 })).toBeVisible()
    })

    await test.step('changes the password: the other browser is out', async () => {
      await field(web('account.currentPassword')).fill('not the password')
      await field(web('auth.reset.newPassword')).fill(password)
      await button(web('account.password.submit')).click()
      await expect(page.getByText(web('fields.PASSWORD_WRONG'))).toBeVisible()
      await expect(field(web('account.currentPassword'))).toBeFocused()
      await expect(field(web('auth.reset.newPassword'))).toHaveValue(password)
      await field(web('account.currentPassword')).fill('a second kettle, still slow')
      await page.keyboard.press('Enter')
      await expect(page.getByText(web('account.password.done'))).toBeVisible()
      await shoot(page, 'password-changed')
      await other.goto(`${store.url}/account/sessions`)
      await expect(other).toHaveURL(/\/login\?from=/u)
    })

    await test.step('sees both devices, ends one of them, and that one is out', async () => {
      await find(other).field(web('auth.email')).fill(email)
      await find(other).field(web('auth.password')).fill(password)
      await other.keyboard.press('Enter')
      await expect(other.getByRole('heading', { name: web('account.sessions.title'), level: 1 })).toBeVisible()
      await link(web('account.sessions.title')).click()
      await expect(page.getByText(web('account.sessions.this'))).toBeVisible()
      const end = page.getByRole('button', { name: web('account.sessions.endOne', { name: '' }) })
      await expect(end).toHaveCount(1)
      await shoot(page, 'devices')
      await checkLayout(page)
      await end.click()
      await expect(end).toHaveCount(0)
      // It learns so with its next question, if the stream has not told it by now.
      const out = other.getByRole('heading', { name: web('auth.login.title'), level: 1 })
      await find(other).link(web('account.security.title')).or(out).click()
      await expect(out).toBeVisible()
    })

    expect(complaints).toEqual([])
    await close(page, other)
  })

test('an address is changed by codes to both, the data taken along, and the account deleted', async ({
  browser,
  store,
  shoot,
}) => {
  const { web } = wordsIn('ru')
  const complaints: string[] = []
  const person = await newPerson(store.url, 'ru')
  const newEmail = `moved-${Date.now()}@kettle.test`
  const page = await logIn(browser, store.url, person.email, 'ru', complaints, phone)
  const { field, button, link } = find(page)
  const { url } = await person.call<{ url: string }>('payments.topUp', {
    amount: 1_500,
    idempotencyKey: crypto.randomUUID(),
  })
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'paid' }),
  })

  await test.step('the address', async () => {
    const [old, fresh] = [mailboxOf(store.url, person.email), mailboxOf(store.url, newEmail)]
    await old.nextCode()
    await page.goto(`${store.url}/account`)
    await field(web('account.email.new')).fill(newEmail)
    await field(web('account.currentPassword')).fill(password)
    await page.keyboard.press('Enter')
    const [fromOld, fromNew] = [
      field(web('account.email.oldCode', { email: person.email })),
      field(web('account.email.newCode', { email: newEmail })),
    ]
    await expect(fromOld).toBeFocused()
    const codes = [await old.nextCode(), await fresh.nextCode()] as const
    // Begun here, gone on with after a reload.
    await page.reload()
    await fromOld.fill(codes[1])
    await fromNew.fill(codes[0])
    await page.keyboard.press('Enter')
    await expect(page.getByText(web('fields.ONE_CODE_WRONG'))).toBeVisible()
    await shoot(page, 'both-codes')
    await checkLayout(page)
    await fromOld.fill(codes[0])
    await fromNew.fill(codes[1])
    await page.keyboard.press('Enter')
    await expect(page.getByText(web('account.email.now', { email: newEmail }))).toBeVisible()
    await old.waitFor(/адрес|почт|address/iu)
  })

  await test.step('a new name and the other language', async () => {
    await field(web('auth.name')).fill('Пётр')
    await button(web('account.profile.saveName')).click()
    await expect(page.getByText(web('account.profile.saved'))).toBeVisible()
    const language = page.getByRole('main').getByRole('combobox')
    await language.selectOption('en')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await language.selectOption('ru')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  })

  await test.step('the data', async () => {
    await link(web('account.data.nav')).click()
    const [download] = await Promise.all([page.waitForEvent('download'), button(web('account.data.download')).click()])
    const file = await download.createReadStream()
    const text = (await file.toArray()).join('')
    expect(download.suggestedFilename()).toMatch(/^kettle-\d{4}-\d\d-\d\d\.json$/u)
    expect(JSON.parse(text)).toBeTruthy()
    expect(text).toContain(newEmail)
    expect(text).toContain('Пётр')
    await shoot(page, 'data')
    await checkLayout(page)
  })

  await test.step('the end', async () => {
    await button(web('account.delete.open')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(web('account.currentPassword'), { exact: true }).fill(password)
    await shoot(page, 'delete')
    await checkLayout(page)
    await dialog.getByRole('button', { name: web('account.delete.confirm') }).click()
    await expect(dialog.getByRole('alert')).toContainText(web('errors.BALANCE_LEFT'))
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: web('account.delete.confirm') }).click()
    await expect(page.getByText(web('account.delete.done'))).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: web('common.nav.login') })).toBeVisible()
    await page.goto(`${store.url}/login`)
    await field(web('auth.email')).fill(newEmail)
    await field(web('auth.password')).fill(password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText(web('errors.INVALID_CREDENTIALS'))
  })

  expect(complaints).toEqual([])
  await close(page)
})

/** Pastes a text where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('Control+v')
}
