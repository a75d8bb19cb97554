import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { mailboxOf } from './mailbox.ts'
import { newPerson } from './person.ts'
import { close, find, newPage, password, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

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
  await expect(page.getByRole('timer')).toContainText(/8:[0-3]\d/u)
  await page.clock.fastForward('09:00')
  await expect(page.getByText(web('auth.code.expired'))).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await shoot(page, 'expired')
  await checkLayout(page)

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

  const page = await newPage(browser, 'ru', complaints)
  const { field, button } = find(page)
  await page.goto(`${store.url}/login?from=//elsewhere.example`)
  await field(web('auth.email')).fill(email)
  await field(web('auth.password')).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(web('common.nav.account'), 'u') })).toBeVisible()
  await expect(page).toHaveURL(`${store.url}/`)
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
