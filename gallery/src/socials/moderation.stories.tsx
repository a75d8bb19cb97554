import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'

export default {}

const path = '/moderation'
const as = 'moderator'

export const Loading = screenStory({ path, as, answers: () => ({ socials: { reports: waiting } }), busy: true })

export const Failed = screenStory({ path, as, answers: () => ({ socials: { reports: failing() } }) })

export const Empty = screenStory({
  path,
  as,
  answers: () => ({ socials: { reports: { items: [], nextCursor: null } } }),
})

export const Reports = screenStory({ path, as })
