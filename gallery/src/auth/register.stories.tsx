import { failing } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, write } from '../host/steps.ts'

export default {}

const fill = async (password: string, repeat = password) => {
  await write(['Name', 'Имя'], 'Robin')
  await write(['Email', 'Почта'], 'robin@example.com')
  await write(['Password', 'Пароль'], password)
  await write(['Repeat password', 'Повторите пароль'], repeat)
}
const submit = () => press(['Create account', 'Создать аккаунт'])

export const Form = screenStory({ path: '/register' })

export const Empty = screenStory({ path: '/register', play: submit })

export const WeakPassword = screenStory({
  path: '/register',
  play: async () => {
    await fill('kettle12')
    await see([/^(Very weak|Weak)/, /^(Очень слабый|Слабый)/])
  },
})

export const PasswordsDiffer = screenStory({
  path: '/register',
  play: async () => {
    await fill('copper kettle on the stove', 'copper kettle on the shelf')
    await submit()
  },
})

export const Offline = screenStory({
  path: '/register',
  answers: () => ({ auth: { register: failing('OFFLINE') } }),
  play: async () => {
    await fill('copper kettle on the stove')
    await submit()
    await see([/connection/i, /соединени|интернет|сет/i])
  },
})
