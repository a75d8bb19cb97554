import { ahead } from '../fixtures/ids.ts'
import { failing } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, write } from '../host/steps.ts'

export default {}

const path = '/confirm?email=robin@example.com'

export const Form = screenStory({ path })

export const WithoutAddress = screenStory({ path: '/confirm' })

export const WrongCode = screenStory({
  path,
  answers: () => ({ auth: { emailConfirmation: failing('CODE_INVALID') } }),
  play: async () => {
    await write(['Code from the mail', 'Код из письма'], '12345678')
    await press(['Confirm', 'Подтвердить'])
  },
})

export const Expired = screenStory({
  path,
  answers: () => ({ auth: { emailConfirmation: failing('CODE_EXPIRED') } }),
  play: async () => {
    await write(['Code from the mail', 'Код из письма'], '12345678')
    await press(['Confirm', 'Подтвердить'])
  },
})

/** A new code was sent: the toast says so, and the form counts down. */
export const Resent = screenStory({
  path,
  answers: () => ({ auth: { resendCode: { expiresAt: ahead({ minutes: 10 }) } } }),
  play: async () => {
    await press(['Send a new code', 'Отправить новый код'])
    await see(['A new code is on its way.', 'Новый код уже в пути.'])
  },
})
