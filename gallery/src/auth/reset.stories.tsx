import { failing } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, write } from '../host/steps.ts'

export default {}

const withCode = '/reset?email=robin@example.com&code=12345678'

export const Form = screenStory({ path: '/reset' })

export const Sent = screenStory({
  path: '/reset',
  play: async () => {
    await write(['Email', 'Почта'], 'robin@example.com')
    await press(['Send the code', 'Отправить код'])
    await see(['New password', 'Новый пароль'])
  },
})

export const FromTheMail = screenStory({ path: withCode })

export const SecondStep = screenStory({
  path: withCode,
  answers: () => ({ auth: { confirmReset: failing('SECOND_FACTOR_REQUIRED') } }),
  play: async () => {
    await write(['New password', 'Новый пароль'], 'copper kettle on the stove')
    await press(['Save and log in', 'Сохранить и войти'])
    await see(['Code from the app', 'Код из приложения'])
  },
})

export const TooCommon = screenStory({
  path: withCode,
  answers: () => ({ auth: { confirmReset: failing('INVALID_INPUT', { password: 'PASSWORD_TOO_COMMON' }) } }),
  play: async () => {
    await write(['New password', 'Новый пароль'], 'copper kettle on the stove')
    await press(['Save and log in', 'Сохранить и войти'])
  },
})
