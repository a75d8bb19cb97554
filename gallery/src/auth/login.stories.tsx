import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, write } from '../host/steps.ts'

export default {}

const submit = async () => {
  await write(['Email', 'Почта'], 'robin@example.com')
  await write(['Password', 'Пароль'], 'copper kettle on the stove')
  await press(['Log in', 'Войти'])
}

export const Form = screenStory({ path: '/login' })

export const Empty = screenStory({ path: '/login', play: () => press(['Log in', 'Войти']) })

export const WrongPassword = screenStory({
  path: '/login',
  answers: () => ({ auth: { login: failing('INVALID_CREDENTIALS') } }),
  play: submit,
})

export const Sending = screenStory({
  path: '/login',
  answers: () => ({ auth: { login: waiting } }),
  play: submit,
  busy: true,
})

export const SecondStep = screenStory({
  path: '/login',
  answers: () => ({ auth: { login: failing('SECOND_FACTOR_REQUIRED') } }),
  play: async () => {
    await submit()
    await see(['Code from the app', 'Код из приложения'])
  },
})

export const RecoveryCode = screenStory({
  path: '/login',
  answers: () => ({ auth: { login: failing('SECOND_FACTOR_REQUIRED') } }),
  play: async () => {
    await submit()
    await press(['Use a recovery code instead', 'Ввести резервный код'])
    await see(['Recovery code', 'Резервный код'])
  },
})

export const WrongCode = screenStory({
  path: '/login',
  answers: () => ({
    auth: { login: ({ code }) => failing(code ? 'CODE_INVALID' : 'SECOND_FACTOR_REQUIRED') },
  }),
  play: async () => {
    await submit()
    await write(['Code from the app', 'Код из приложения'], '123456')
    await press(['Log in', 'Войти'])
  },
})
