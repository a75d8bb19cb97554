import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see } from '../host/steps.ts'

export default {}

export const NotFound = screenStory({ path: '/no/such/page' })

export const NotForPlayers = screenStory({ path: '/moderation', as: 'player' })

/** A page whose guard can't find out who is there. */
export const PageFailed = screenStory({
  path: '/library',
  answers: () => ({ auth: { me: failing('OFFLINE') } }),
  logs: true,
})

export const PagePending = screenStory({
  path: '/library',
  answers: () => ({ auth: { me: waiting } }),
  busy: true,
})

export const AccountMenu = screenStory({
  path: '/reset',
  as: 'moderator',
  play: async () => {
    await press([/^Account/, /^Аккаунт/])
    await see(['Moderation', 'Модерация'])
  },
})

export const Notices = screenStory({
  path: '/reset',
  as: 'player',
  play: async () => {
    await press([/^Notices/, /^Уведомления/])
    await see([/asks to be friends/, /зовёт вас в друзья/])
  },
})

export const NoticesEmpty = screenStory({
  path: '/reset',
  as: 'player',
  answers: () => ({ socials: { notices: { items: [], nextCursor: null, unseen: 0 } } }),
  play: async () => {
    await press([/^Notices/, /^Уведомления/])
    await see(['Nothing has happened yet', 'Пока ничего не произошло'])
  },
})

export const NoticesFailed = screenStory({
  path: '/reset',
  as: 'player',
  answers: () => ({ socials: { notices: failing() } }),
  play: async () => {
    await press([/^Notices/, /^Уведомления/])
    await see(['The notices didn’t load', 'Уведомления не загрузились'])
  },
})
