import { checkLayout } from './access.ts'
import { AuthenticatorApp, addPasskeyDevice } from './authenticator.ts'
import { expect, test } from './fixtures.ts'
import { mailboxOf } from './mailbox.ts'
import { newPerson } from './person.ts'
import { close, find, logIn, newPage, password, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

test('a second step is set up, asked for everywhere, and got around by recovery codes alone', async ({
  browser,
  store,
  shoot,
}) => {
  const { web } = wordsIn('ru')
  const complaints: string[] = []
  const { email } = await newPerson(store.url, 'ru')
  const page = await logIn(browser, store.url, email, 'ru', complaints, phone)
  const { button } = find(page)
  const dialog = page.getByRole('dialog')
  const inDialog = find(dialog)
  const appCode = web('auth.secondFactor.code')

  const app = await test.step('scans, confirms', async () => {
    await page.goto(`${store.url}/account/security`)
    await button(web('account.secondStep.setUp')).click()
    await inDialog.field(web('account.currentPassword')).fill(password)
    await page.keyboard.press('Enter')
    const uri = await dialog.getByRole('link', { name: web('account.setUp.openApp') }).getAttribute('href')
    const secret = new URL(uri ?? '').searchParams.get('secret') ?? ''
    await expect(dialog.getByText(secret.replace(/(.{4})(?=.)/gu, '$1 '))).toBeVisible()
    await shoot(page, 'scan')
    await checkLayout(page)
    await inDialog.field(appCode).fill('000000')
    await page.keyboard.press('Enter')
    await expect(inDialog.field(appCode)).toBeFocused()
    await expect(dialog.getByText(web('fields.SECOND_FACTOR_WRONG'))).toBeVisible()
    const made = new AuthenticatorApp(secret)
    const code = made.next()
    await inDialog.field(appCode).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.keyboard.press('Enter')
    return made
  })

  const codes = await test.step('keeps the recovery codes, and can not lose them by a slip', async () => {
    await expect(dialog.getByRole('listitem')).toHaveCount(10)
    const shown = await dialog.getByRole('listitem').allTextContents()
    await page.keyboard.press('Escape')
    await expect(dialog.getByText(web('account.recovery.remind'))).toBeVisible()
    await shoot(page, 'recovery-codes')
    await checkLayout(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      inDialog.button(web('account.recovery.download')).click(),
    ])
    const text = (await (await file.createReadStream()).toArray()).join('')
    for (const code of shown) expect(text).toContain(code)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await inDialog.button(web('account.recovery.copy')).click()
    await expect(dialog.getByRole('status')).toHaveText(web('account.copied'))
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.join('\n'))
    // On paper stand the codes and nothing of the page around them.
    await page.emulateMedia({ media: 'print' })
    await expect(dialog.getByText(shown[0] ?? '')).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(inDialog.button(web('account.done'))).toBeHidden()
    await page.emulateMedia({ media: null })
    await dialog.getByRole('checkbox').check()
    await inDialog.button(web('account.done')).click()
    await expect(dialog).toHaveCount(0)
    // The focus is given back to the page a moment after.
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    await page.keyboard.press('Tab')
    await expect(button(web('account.secondStep.renew'))).toBeFocused()
    await shoot(page, 'on')
    await checkLayout(page)
    return shown
  })

  const other = await newPage(browser, 'ru', complaints)
  const there = find(other)
  const begin = async () => {
    await other.goto(`${store.url}/login`)
    await there.field(web('auth.email')).fill(email)
    await there.field(web('auth.password')).fill(password)
    await other.keyboard.press('Enter')
    await expect(there.field(appCode)).toBeFocused()
  }
  await test.step('logs in with the app', async () => {
    await begin()
    await shoot(other, 'log-in')
    await checkLayout(other)
    await there.field(appCode).fill('12345')
    await other.keyboard.press('Enter')
    await expect(other.getByText(web('fields.CODE_MALFORMED'))).toBeVisible()
    await there.field(appCode).fill(app.next())
    await other.keyboard.press('Enter')
    await expect(other).toHaveURL(`${store.url}/`)
    await other.context().clearCookies()
  })
  await test.step('logs in with a recovery code, which works once', async () => {
    for (const works of [true, false]) {
      await begin()
      await there.button(web('auth.secondFactor.useRecovery')).click()
      await expect(there.field(web('auth.secondFactor.recoveryCode'))).toBeFocused()
      await other.keyboard.type(codes[0]?.toUpperCase() ?? '')
      await other.keyboard.press('Enter')
      if (works) {
        await expect(other).toHaveURL(`${store.url}/`)
        await other.context().clearCookies()
      } else await expect(other.getByText(web('fields.SECOND_FACTOR_WRONG'))).toBeVisible()
    }
  })
  await test.step('a forgotten password needs it too, and keeps what was typed', async () => {
    const mailbox = mailboxOf(store.url, email)
    await mailbox.nextCode()
    await other.goto(`${store.url}/reset`)
    await there.field(web('auth.email')).fill(email)
    await other.keyboard.press('Enter')
    await there.field(web('auth.confirm.code')).fill(await mailbox.nextCode())
    await there.field(web('auth.reset.newPassword')).fill('a second kettle, still slow')
    await other.keyboard.press('Enter')
    await expect(there.field(appCode)).toBeFocused()
    await shoot(other, 'reset')
    await checkLayout(other)
    await there.button(web('auth.secondFactor.useRecovery')).click()
    await other.keyboard.type(codes[0] ?? '')
    await other.keyboard.press('Enter')
    await expect(other.getByText(web('fields.SECOND_FACTOR_WRONG'))).toBeVisible()
    await there.field(web('auth.secondFactor.recoveryCode')).fill(codes[1] ?? '')
    await other.keyboard.press('Enter')
    await expect(other.getByText(web('auth.reset.done'))).toBeVisible()
  })
  await test.step('new recovery codes, and off', async () => {
    await other.goto(`${store.url}/account/security`)
    const there = find(other.getByRole('dialog'))
    await find(other).button(web('account.secondStep.renew')).click()
    await there.field(web('account.currentPassword')).fill('a second kettle, still slow')
    await there.button(web('auth.secondFactor.useRecovery')).click()
    await other.keyboard.type(codes[2] ?? '')
    await other.keyboard.press('Enter')
    await expect(other.getByRole('dialog').getByRole('listitem')).toHaveCount(10)
    const [fresh = ''] = await other.getByRole('dialog').getByRole('listitem').allTextContents()
    expect(codes).not.toContain(fresh)
    await other.getByRole('dialog').getByRole('checkbox').check()
    await there.button(web('account.done')).click()
    await find(other).button(web('account.secondStep.disable')).click()
    await there.field(web('account.currentPassword')).fill('a second kettle, still slow')
    await there.button(web('auth.secondFactor.useRecovery')).click()
    await other.keyboard.type(fresh)
    await shoot(other, 'switch-off')
    await other.keyboard.press('Enter')
    await expect(other.getByText(web('account.secondStep.disabled'))).toBeVisible()
    await expect(find(other).button(web('account.secondStep.setUp'))).toBeVisible()
  })
  expect(complaints).toEqual([])
  await close(page, other)
})

test('a passkey is made, logs in by itself, and is removed', async ({ browser, store, shoot }) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const { email } = await newPerson(store.url)
  const page = await logIn(browser, store.url, email, 'en', complaints, { colorScheme: 'dark' })
  const device = await addPasskeyDevice(page)
  const { field, button } = find(page)
  const dialog = page.getByRole('dialog')
  const inDialog = find(dialog)
  const prove = async () => {
    await inDialog.field(web('account.currentPassword')).fill(password)
    await page.keyboard.press('Enter')
  }

  await page.goto(`${store.url}/account/security`)
  await button(web('account.passkeys.add')).click()
  await expect(inDialog.field(web('account.passkeys.name'))).toHaveValue(/Chrome/u)
  await inDialog.field(web('account.passkeys.name')).fill('Blue key')
  await shoot(page, 'add')
  await checkLayout(page)
  // Whose device doesn't agree can ask it again, without proving themselves once more.
  await device.agree(false)
  await prove()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await device.agree(true)
  await inDialog.button(web('account.passkeys.again')).click()
  await expect(page.getByText(web('account.passkeys.addedNow'))).toBeVisible()
  await expect(page.getByText('Blue key')).toBeVisible()
  expect(await device.keys()).toBe(1)
  await shoot(page, 'added')
  await checkLayout(page)

  await button(web('account.passkeys.add')).click()
  await prove()
  await expect(dialog.getByRole('alert')).toContainText(web('account.passkeys.already'))
  await page.keyboard.press('Escape')

  // Offered in the list under the address: its owner takes it there, and types nothing.
  // Chromium's virtual device answers only what is asked while somebody is there; what was asked before waits for ever. So the page is
  // looked at without anybody, and loaded again once its owner has come.
  await page.context().clearCookies()
  await device.present(false)
  await page.goto(`${store.url}/login?from=/account/security`)
  await expect(field(web('auth.email'))).toHaveAttribute('autocomplete', /webauthn/u)
  await device.present(true)
  await page.reload()
  await expect(page.getByText(/last used/u)).toBeVisible()

  // A browser that can't offer it there has the button.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await page.context().clearCookies()
  await page.goto(`${store.url}/login?from=/account/security`)
  await device.agree(false)
  await button(web('auth.passkey.login')).click()
  await expect(page.getByRole('alert')).toContainText(web('auth.passkey.cancelled'))
  await device.agree(true)
  await button(web('auth.passkey.login')).click()
  await expect(page.getByText('Blue key')).toBeVisible()

  await button(web('account.passkeys.removeOne', { name: 'Blue key' })).click()
  await prove()
  await expect(page.getByText(web('account.passkeys.removed'))).toBeVisible()
  await expect(page.getByText('Blue key')).toHaveCount(0)

  // The device still has it, and the store says plainly that it won't do.
  await page.context().clearCookies()
  await page.goto(`${store.url}/login`)
  await button(web('auth.passkey.login')).click()
  await expect(page.getByRole('alert')).toContainText(web('errors.PASSKEY_INVALID'))
  await shoot(page, 'unknown')
  await checkLayout(page)
  expect(complaints).toEqual([])
  await close(page)
})
