import { id } from '../fixtures/ids.ts'
import { buildMessage, buildMessagePage } from '../fixtures/socials.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog, write } from '../host/steps.ts'

export default {}

const as = 'player'
const path = `/messages/${id(100)}`

export const ThreadsLoading = screenStory({
  path: '/messages',
  as,
  answers: () => ({ socials: { threads: waiting } }),
  busy: true,
})

export const ThreadsFailed = screenStory({
  path: '/messages',
  as,
  answers: () => ({ socials: { threads: failing() } }),
})

export const ThreadsEmpty = screenStory({
  path: '/messages',
  as,
  answers: () => ({ socials: { threads: { items: [], nextCursor: null, unread: 0 } } }),
})

export const Threads = screenStory({ path: '/messages', as })

export const Loading = screenStory({ path, as, answers: () => ({ socials: { messages: waiting } }), busy: true })

export const Failed = screenStory({ path, as, answers: () => ({ socials: { messages: failing() } }) })

export const Missing = screenStory({ path, as, answers: () => ({ socials: { messages: failing('NOT_FOUND') } }) })

export const NothingSaid = screenStory({
  path,
  as,
  answers: () => ({
    socials: { messages: buildMessagePage({ items: [], readSeq: 0, theirReadSeq: 0, theirDeliveredSeq: 0 }) },
  }),
})

export const Conversation = screenStory({ path, as })

export const NotFriends = screenStory({
  path,
  as,
  answers: () => ({ socials: { messages: buildMessagePage({ relation: 'none' }) } }),
})

export const Deleted = screenStory({
  path,
  as,
  answers: () => ({
    socials: {
      messages: buildMessagePage({ relation: 'none', user: { id: id(100), name: '', avatar: '/avatars/0.svg' } }),
    },
  }),
})

/** A message that the store refused waits to be sent again or thrown away. */
export const NotSent = screenStory({
  path,
  as,
  answers: () => ({ socials: { sendMessage: failing('NOT_FRIENDS'), typing: undefined } }),
  play: async () => {
    await write(['Message', 'Сообщение'], 'Miaow')
    await press(['Send', 'Отправить'])
    await see(['Send again', 'Отправить ещё раз'])
  },
})

export const Search = screenStory({
  path,
  as,
  answers: () => ({ socials: { messages: buildMessagePage({ items: [buildMessage(1, id(100))] }) } }),
  play: async () => {
    await press(['Search this conversation', 'Поиск в этой беседе'])
  },
})

export const Report = screenStory({
  path,
  as,
  play: async () => {
    await press([/^Report/, /^Пожаловаться/])
    await seeDialog(['Report', 'Пожаловаться'])
  },
})
