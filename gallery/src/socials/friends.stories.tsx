import { buildProfile } from '../fixtures/socials.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog, write } from '../host/steps.ts'

export default {}

const path = '/friends'
const as = 'player'
const nobody = () => ({ socials: { friends: { friends: [], incoming: [], outgoing: [] } } })

export const Loading = screenStory({ path, as, answers: () => ({ socials: { friends: waiting } }), busy: true })

export const Failed = screenStory({ path, as, answers: () => ({ socials: { friends: failing() } }) })

export const Empty = screenStory({ path, as, answers: nobody })

export const Friends = screenStory({ path, as })

export const More = screenStory({
  path,
  as,
  play: async () => {
    await press([/^More:/, /^Ещё:/])
    await see(['Remove from friends', 'Убрать из друзей'])
  },
})

export const Remove = screenStory({
  path,
  as,
  play: async () => {
    await press([/^More:/, /^Ещё:/])
    await press(['Remove from friends', 'Убрать из друзей'], 'menuitem')
    await seeDialog([/^Remove/, /^Убрать/])
  },
})

export const Block = screenStory({
  path,
  as,
  play: async () => {
    await press([/^More:/, /^Ещё:/])
    await press(['Block', 'Заблокировать'], 'menuitem')
    await seeDialog([/^Block/, /^Заблокировать/])
  },
})

export const CodeFailed = screenStory({ path, as, answers: () => ({ socials: { settings: failing() } }) })

export const RequestsLoading = screenStory({
  path: '/friends?section=requests',
  as,
  answers: () => ({ socials: { friends: waiting } }),
  busy: true,
})

export const RequestsFailed = screenStory({
  path: '/friends?section=requests',
  as,
  answers: () => ({ socials: { friends: failing() } }),
})

export const RequestsEmpty = screenStory({ path: '/friends?section=requests', as, answers: nobody })

export const Requests = screenStory({ path: '/friends?section=requests', as })

export const Find = screenStory({ path: '/friends?section=find', as })

const search = () => write(['Name, friend code or link', 'Имя, код друга или ссылка'], 'mara')

export const Found = screenStory({
  path: '/friends?section=find',
  as,
  play: async () => {
    await search()
    await see([/people found/, /Найден/])
  },
})

export const NoneFound = screenStory({
  path: '/friends?section=find',
  as,
  answers: () => ({ socials: { findUsers: { items: [] } } }),
  play: async () => {
    await search()
    await see(['Nobody was found', 'Никто не нашёлся'])
  },
})

export const FindFailed = screenStory({
  path: '/friends?section=find',
  as,
  answers: () => ({ socials: { findUsers: failing() } }),
  play: async () => {
    await search()
    await see(['The search didn’t work', 'Поиск не удался'])
  },
})

export const NewsLoading = screenStory({
  path: '/friends?section=news',
  as,
  answers: () => ({ socials: { activity: waiting } }),
  busy: true,
})

export const NewsFailed = screenStory({
  path: '/friends?section=news',
  as,
  answers: () => ({ socials: { activity: failing() } }),
})

export const NewsEmpty = screenStory({
  path: '/friends?section=news',
  as,
  answers: () => ({ socials: { activity: { items: [], nextCursor: null } } }),
})

export const News = screenStory({ path: '/friends?section=news', as })

export const BlockedLoading = screenStory({
  path: '/friends?section=blocked',
  as,
  answers: () => ({ socials: { blocked: waiting } }),
  busy: true,
})

export const BlockedFailed = screenStory({
  path: '/friends?section=blocked',
  as,
  answers: () => ({ socials: { blocked: failing() } }),
})

export const BlockedEmpty = screenStory({
  path: '/friends?section=blocked',
  as,
  answers: () => ({ socials: { blocked: { items: [] } } }),
})

export const Blocked = screenStory({ path: '/friends?section=blocked', as })

const invitation = '/friend/K7QF-93XM'

export const InvitationForGuest = screenStory({ path: invitation })

export const InvitationLoading = screenStory({
  path: invitation,
  as,
  answers: () => ({ socials: { personByCode: waiting } }),
  busy: true,
})

export const InvitationFailed = screenStory({
  path: invitation,
  as,
  answers: () => ({ socials: { personByCode: failing() } }),
})

export const InvitationGone = screenStory({
  path: invitation,
  as,
  answers: () => ({ socials: { personByCode: failing('NOT_FOUND') } }),
})

export const Invitation = screenStory({ path: invitation, as })

export const InvitationOwn = screenStory({
  path: invitation,
  as,
  answers: () => ({ socials: { personByCode: buildProfile({ relation: 'self' }) } }),
})
