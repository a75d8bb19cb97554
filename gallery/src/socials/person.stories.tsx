import { account } from '../fixtures/people.ts'
import { buildProfile } from '../fixtures/socials.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, seeDialog } from '../host/steps.ts'

export default {}

const path = '/people/019a0000-0000-7000-8000-000000000100'
const as = 'player'

export const Loading = screenStory({ path, as, answers: () => ({ socials: { person: waiting } }), busy: true })

export const Failed = screenStory({ path, as, answers: () => ({ socials: { person: failing() } }) })

export const Missing = screenStory({ path, as, answers: () => ({ socials: { person: failing('NOT_FOUND') } }) })

export const Friend = screenStory({ path, as })

export const Stranger = screenStory({
  path,
  as,
  answers: () => ({
    socials: { person: buildProfile({ relation: 'none', presence: null, friendsInCommon: 0, library: null }) },
  }),
})

export const WithoutGames = screenStory({
  path,
  as,
  answers: () => ({ socials: { person: buildProfile({ relation: 'incoming', library: { count: 0, items: [] } }) } }),
})

export const Own = screenStory({
  path,
  as,
  answers: () => {
    const { id, name } = account('player')
    return {
      socials: { person: buildProfile({ user: { id, name, avatar: '/avatars/0.svg' }, relation: 'self' }) },
    }
  },
})

export const Report = screenStory({
  path,
  as,
  play: async () => {
    await press([/^More:/, /^Ещё:/])
    await press(['Report', 'Пожаловаться'], 'menuitem')
    await seeDialog(['Report', 'Пожаловаться'])
  },
})

export const ReportWithoutReason = screenStory({
  path,
  as,
  play: async () => {
    await press([/^More:/, /^Ещё:/])
    await press(['Report', 'Пожаловаться'], 'menuitem')
    await press(['Send the report', 'Отправить жалобу'])
  },
})
