import { ahead } from '../fixtures/ids.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog, write } from '../host/steps.ts'

export default {}

const as = 'player'
const off = { totp: null, recoveryCodesLeft: 0, passkeys: [] }
const password = () => write(['Current password', 'Нынешний пароль'], 'copper kettle on the stove')

export const Profile = screenStory({ path: '/account', as })

export const EmailCodes = screenStory({
  path: '/account',
  as,
  answers: () => ({ auth: { security: off, changeEmail: { expiresAt: ahead({ minutes: 10 }) } } }),
  play: async () => {
    await write(['New email', 'Новый адрес'], 'robin.reed@example.com')
    await password()
    await press(['Send both codes', 'Отправить оба кода'])
    await see(['Change the address', 'Сменить адрес'])
  },
})

export const EmailWrongPassword = screenStory({
  path: '/account',
  as,
  answers: () => ({ auth: { security: off, changeEmail: failing('INVALID_CREDENTIALS') } }),
  play: async () => {
    await write(['New email', 'Новый адрес'], 'robin.reed@example.com')
    await password()
    await press(['Send both codes', 'Отправить оба кода'])
  },
})

export const SecurityLoading = screenStory({
  path: '/account/security',
  as,
  answers: () => ({ auth: { security: waiting } }),
  busy: true,
})

export const SecurityFailed = screenStory({
  path: '/account/security',
  as,
  answers: () => ({ auth: { security: failing() } }),
})

export const SecurityOff = screenStory({
  path: '/account/security',
  as,
  answers: () => ({ auth: { security: off } }),
})

export const SecurityOn = screenStory({ path: '/account/security', as })

const key = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Kettle:robin?secret=JBSWY3DPEHPK3PXP' }
const recoveryCodes = Array.from({ length: 10 }, (_, number) => `k${number}fq-93xm-a7td`)

const setUp = (path = '/account/security') => ({
  path,
  as: 'player' as const,
  answers: () => ({
    auth: { security: off, setUpTotp: key, confirmTotp: { recoveryCodes } },
  }),
})

export const SetUpPassword = screenStory({
  ...setUp(),
  play: async () => {
    await press(['Set up the second step', 'Включить второй шаг'])
    await seeDialog(['Second step: setting up', 'Включаем второй шаг'])
  },
})

const toQrCode = async () => {
  await press(['Set up the second step', 'Включить второй шаг'])
  const dialog = await seeDialog(['Second step: setting up', 'Включаем второй шаг'])
  await write([/password/i, /пароль/i], 'copper kettle on the stove', dialog)
  await press(['Next', 'Дальше'], 'button', 0, dialog)
  await see([/^Or type this key/, /^Или введите в приложение/])
}

export const SetUpQrCode = screenStory({ ...setUp(), play: toQrCode })

export const RecoveryCodes = screenStory({
  ...setUp(),
  play: async () => {
    await toQrCode()
    await write(['Code from the app', 'Код из приложения'], '123456')
    await press(['Switch on', 'Включить'])
    await seeDialog(['Your recovery codes', 'Ваши резервные коды'])
  },
})

export const RenewCodes = screenStory({
  path: '/account/security',
  as,
  play: async () => {
    await press(['New recovery codes', 'Новые резервные коды'])
    await seeDialog([/recovery codes/i, /резервные коды/i])
  },
})

export const DisableSecondStep = screenStory({
  path: '/account/security',
  as,
  play: async () => {
    await press(['Switch off the second step', 'Выключить второй шаг'])
    await seeDialog([/second step/i, /второй шаг/i])
  },
})

export const AddPasskey = screenStory({
  path: '/account/security',
  as,
  play: async () => {
    await press(['Add a passkey', 'Добавить ключ доступа'])
    await seeDialog([/passkey/i, /ключ/i])
  },
})

export const RemovePasskey = screenStory({
  path: '/account/security',
  as,
  play: async () => {
    await press([/^Remove “/, /^Удалить «/])
    await seeDialog([/“/, /«/])
  },
})

export const SessionsLoading = screenStory({
  path: '/account/sessions',
  as,
  answers: () => ({ auth: { sessions: waiting } }),
  busy: true,
})

export const SessionsFailed = screenStory({
  path: '/account/sessions',
  as,
  answers: () => ({ auth: { sessions: failing() } }),
})

export const Sessions = screenStory({ path: '/account/sessions', as })

export const Data = screenStory({ path: '/account/data', as })

export const DeleteAccount = screenStory({
  path: '/account/data',
  as,
  play: async () => {
    await press(['Delete my account', 'Удалить мой аккаунт'])
    await seeDialog([/account/i, /аккаунт/i])
  },
})

export const PeopleLoading = screenStory({
  path: '/account/people',
  as,
  answers: () => ({ socials: { settings: waiting } }),
  busy: true,
})

export const PeopleFailed = screenStory({
  path: '/account/people',
  as,
  answers: () => ({ socials: { settings: failing() } }),
})

export const People = screenStory({ path: '/account/people', as })
