import type { Page } from 'playwright'
import { checkAccess } from './access.ts'
import { expect, test } from './fixtures.ts'
import { mailboxOf } from './mailbox.ts'
import { newPerson } from './person.ts'
import { close, find, logIn, newPage, password, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

const names = { en: 'Ann Kettle', ru: 'Аня Чайникова' }

for (const [language, options] of [
  ['ru', phone],
  ['en', { colorScheme: 'dark' }],
] as const)
  test(`an account from its first code to its devices, in ${language}`, async ({ browser, store, shoot }) => {
    const { web } = wordsIn(language)
    const complaints: string[] = []
    const email = `account-${language}-${Date.now()}@kettle.test`
    const mailbox = mailboxOf(store.url, email)
    const page = await newPage(browser, language, complaints, options)
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
      await checkAccess(page)
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
      await checkAccess(page)
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
      await checkAccess(other)
      await there.button(web('auth.reset.save')).click()
      await expect(other.getByText(web('auth.reset.done'))).toBeVisible()
      // The first browser is out: it learns so with its next question.
      await link(web('account.security.title')).click()
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
      await checkAccess(page)
      await end.click()
      await expect(end).toHaveCount(0)
      await find(other).link(web('account.security.title')).click()
      await expect(other.getByRole('heading', { name: web('auth.login.title'), level: 1 })).toBeVisible()
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
    await checkAccess(page)
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
    await checkAccess(page)
  })

  await test.step('the end', async () => {
    await button(web('account.delete.open')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(web('account.currentPassword'), { exact: true }).fill(password)
    await shoot(page, 'delete')
    await checkAccess(page)
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

test('a code counts down over a reload, runs out, and another one comes', async ({ browser, store, shoot }) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const page = await newPage(browser, 'en', complaints)
  await page.clock.install()
  const { field, button } = find(page)
  const email = `late-${Date.now()}@kettle.test`
  const mailbox = mailboxOf(store.url, email)
  await page.goto(`${store.url}/register`)
  await field(web('auth.name')).fill('Late Comer')
  await field(web('auth.email')).fill(email)
  await field(web('auth.password')).fill(password)
  await field(web('auth.repeat')).fill(password)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('timer')).toContainText(/10:00|9:5\d/u)
  const first = await mailbox.nextCode()
  // The next code may be asked for a minute later.
  await expect(button(web('auth.code.resend'))).toHaveCount(0)
  await page.clock.fastForward('01:30')
  await expect(page.getByRole('timer')).toContainText(/8:[23]\d/u)
  await expect(button(web('auth.code.resend'))).toBeVisible()
  await page.reload()
  await expect(page.getByRole('timer')).toContainText(/8:[23]\d/u)
  await page.clock.fastForward('09:00')
  await expect(page.getByText(web('auth.code.expired'))).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await shoot(page, 'expired')
  await checkAccess(page)

  await button(web('auth.code.resend')).click()
  await expect(page.getByText(web('auth.code.resent'))).toBeVisible()
  await expect(page.getByRole('timer')).toContainText(/10:00|9:5\d/u)
  await expect(field(web('auth.confirm.code'))).toBeFocused()
  const second = await mailbox.nextCode()
  await field(web('auth.confirm.code')).fill(first === second ? '00000000' : first)
  await page.keyboard.press('Enter')
  await expect(page.getByText(web('errors.CODE_INVALID')).first()).toBeVisible()
  // The link from the mail arrives filled.
  await page.goto(await mailbox.link())
  await expect(field(web('auth.confirm.code'))).toHaveValue(second)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${store.url}/`)
  expect(complaints).toEqual([])
  await close(page)
})

test('with the cable pulled every form says so and keeps what was typed', async ({ browser, store, shoot }) => {
  const { web } = wordsIn('ru')
  const complaints: string[] = []
  const { email } = await newPerson(store.url, 'ru')
  const guest = await newPage(browser, 'ru', complaints, phone)
  const offline = web('common.failed.offline')

  const at = find(guest)
  await guest.goto(store.url)
  await expect(guest.getByRole('banner').getByRole('link', { name: web('common.nav.login') })).toBeVisible()
  // Not the whole line: the page's code doesn't come, and the one reload by the router doesn't help.
  const code = /\/assets\/login-[\w-]+\.js$/u
  await guest.route(code, (route) => route.abort())
  await guest
    .getByRole('banner')
    .getByRole('link', { name: web('common.nav.login') })
    .click()
  await expect(guest.getByRole('heading', { name: web('common.failed.title'), level: 1 })).toBeVisible()
  await expect(guest.getByRole('alert')).toContainText(offline)
  await shoot(guest, 'page')
  await guest.unroute(code)
  await at.button(web('common.retry')).click()
  await expect(guest.getByRole('heading', { name: web('auth.login.title'), level: 1 })).toBeVisible()

  await guest.goto(`${store.url}/register`)
  const typed = [
    ['auth.name', 'Аня'],
    ['auth.email', 'ann@kettle.test'],
    ['auth.password', password],
    ['auth.repeat', password],
  ] as const
  for (const [name, value] of typed) await at.field(web(name)).fill(value)
  await expect(guest.getByText(web('auth.strength.score4')).first()).toBeVisible()
  await guest.context().setOffline(true)
  await guest.keyboard.press('Enter')
  await expect(guest.getByRole('alert')).toContainText(offline)
  await shoot(guest, 'register')
  for (const [name, value] of typed) await expect(at.field(web(name))).toHaveValue(value)
  await guest.context().setOffline(false)
  await at.button(web('auth.register.submit')).click()
  await expect(guest.getByRole('heading', { name: web('auth.confirm.title') })).toBeVisible()

  const page = await logIn(browser, store.url, email, 'ru', complaints, {}, '?from=//elsewhere.example')
  await expect(page).toHaveURL(`${store.url}/`)
  const { field, button } = find(page)
  await page.goto(`${store.url}/account/security`)
  await field(web('account.currentPassword')).fill(password)
  await field(web('auth.reset.newPassword')).fill('a second kettle, still slow')
  await page.context().setOffline(true)
  await button(web('account.password.submit')).click()
  await expect(page.getByRole('alert')).toContainText(offline)
  await expect(field(web('account.currentPassword'))).toHaveValue(password)
  await expect(field(web('auth.reset.newPassword'))).toHaveValue('a second kettle, still slow')
  await page.context().setOffline(false)
  await button(web('account.password.submit')).click()
  await expect(page.getByText(web('account.password.done'))).toBeVisible()
  expect(complaints).toEqual([])
  await close(guest, page)
})

test('from registering to logging out by keyboard alone', async ({ browser, store }) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const email = `keys-${Date.now()}@kettle.test`
  const page = await newPage(browser, 'en', complaints)
  const { field } = find(page)
  const { keyboard } = page
  /** Goes on with Tab until the focus is where it should be; as nobody would for ever. */
  const tabTo = async (role: 'link' | 'button' | 'textbox' | 'combobox', name: string, from = 0): Promise<void> => {
    const wanted = page
      .getByRole(role, { name, exact: true })
      .or(page.getByLabel(name, { exact: true }))
      .first()
    for (let step = from; step < 40; step++) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return
      await keyboard.press('Tab')
    }
    throw new Error(`no Tab leads to ${role} ${name}`)
  }

  await page.goto(`${store.url}/register?from=/account/sessions`)
  await expect(field(web('auth.name'))).toBeVisible()
  await tabTo('textbox', web('auth.name'))
  await keyboard.type('Ann of Keys')
  await keyboard.press('Tab')
  await keyboard.type(email)
  await tabTo('textbox', web('auth.password'))
  await keyboard.type('kettle')
  await tabTo('textbox', web('auth.repeat'))
  await keyboard.type('kettle')
  await keyboard.press('Enter')
  await expect(field(web('auth.password'))).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type(password)
  await tabTo('textbox', web('auth.repeat'))
  await keyboard.press('Control+a')
  await keyboard.type(password)
  await keyboard.press('Enter')
  await expect(field(web('auth.confirm.code'))).toBeFocused()
  await keyboard.type(await mailboxOf(store.url, email).nextCode())
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: web('account.sessions.title'), level: 1 })).toBeVisible()

  await tabTo('link', web('account.security.title'))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: web('account.security.title'), level: 1 })).toBeVisible()
  await tabTo('button', web('account.secondStep.setUp'))
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel(web('account.currentPassword'), { exact: true })).toBeFocused()
  await keyboard.type(password)
  await keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: web('account.setUp.qr') })).toBeVisible()
  await expect(dialog.getByLabel(web('auth.secondFactor.code'), { exact: true })).toBeFocused()
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: web('account.secondStep.setUp') })).toBeFocused()

  await tabTo('link', web('account.sessions.title'), -40)
  await keyboard.press('Enter')
  await tabTo('button', web('account.sessions.logout'), -40)
  await keyboard.press('Enter')
  await expect(page.getByRole('banner').getByRole('link', { name: web('common.nav.login') })).toBeVisible()
  expect(complaints).toEqual([])
  await close(page)
})

/** Pastes a text where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('Control+v')
}
