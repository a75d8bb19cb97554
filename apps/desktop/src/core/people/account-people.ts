import { randomUUID } from 'node:crypto'
import type { PersonName, SocialSettings, StreamEvent } from '@kettle/api/client'
import {
  createOutbox,
  friendsWith,
  friendsWithout,
  friendsWithPresence,
  type Live,
  noFriends,
  type Payload,
  passesByItself,
  type ThreadPage,
  threadsWithFriendship,
  threadsWithMarks,
  threadsWithMessage,
  type Unsent,
} from '@kettle/socials/live'
import type { Events } from '../../shared/bridge.ts'
import type { ConversationView, PeopleNotice, PeopleView, ThreadsView } from '../../shared/people.ts'
import type { FailureReason } from '../../shared/views.ts'
import { failureOf } from '../failure.ts'
import type { Clock } from '../ports.ts'
import { createAttention } from './attention.ts'
import type { Conversation } from './conversation.ts'
import { listen } from './listen.ts'
import { createMarks } from './marks.ts'
import { createNews, isWritten } from './news.ts'
import { createOpenConversations } from './open-conversations.ts'
import type { KeptPeople, PeopleFiles } from './people-files.ts'
import type { PeopleStore } from './ports.ts'
import { noThreads, threadsAfter, threadsWithMore } from './threads.ts'
import { createTyping } from './typing.ts'
import { conversationView, friendView, threadsView } from './views.ts'

const KEEP_MS = 2_000
const AGAIN_MS = 10_000
const PAGES_MOST = 10
/** What was missed comes in this time after a hello. */
const CATCH_UP_MS = 1_500

const allWished: SocialSettings['notices'] = {
  ...{ messages: true, requests: true, reviews: true },
  ...{ friendsOnline: true, friendsPlaying: true },
}

/** The people of one log-in, from log-in to log-out. */
export interface AccountPeople {
  people(): PeopleView
  threads(): ThreadsView
  conversation(userId: string): ConversationView
  /** Reads all anew. Calls at once share the answer; failing keeps what is there and says why. */
  refresh(): Promise<void>
  /** Keeps a conversation up to date from now on. */
  open(userId: string): void
  older(userId: string): Promise<void>
  moreThreads(): Promise<void>
  send(userId: string, text: string): void
  retry(clientId: string): void
  discard(clientId: string): void
  read(userId: string, seq: number): void
  lookAt(userId: string | null): void
  attended(): void
  /** What the store has just answered about two people. */
  related(user: PersonName, relation: 'friends' | 'outgoing' | 'none'): void
  wished(settings: SocialSettings): void
  close(): Promise<void>
}

export function createAccountPeople(deps: {
  me: string
  store: PeopleStore
  clock: Clock
  random: () => number
  idleSeconds: (() => number) | null
  files: PeopleFiles
  kept: KeptPeople | null
  left: Unsent[]
  tell: <Name extends keyof Events>(name: Name, view: Events[Name]) => void
  notify: (notice: PeopleNotice) => void
  /** The store doesn't know this log-in any more. */
  lost: () => void
}): AccountPeople {
  const { me, store, clock, random, idleSeconds, files, kept, left, tell, notify, lost } = deps
  const connectionId = randomUUID()
  let lists = kept?.lists ?? noFriends
  let threads = kept?.threads ?? noThreads
  let refreshedAt = kept?.refreshedAt ?? null
  let wishes = allWished
  let connected: boolean | null = null
  let failure: FailureReason | null = null
  let front: string | null = null
  let closed = false
  let reading: { again: boolean; heard: StreamEvent[]; done: Promise<void> } | null = null
  const held = new Map<string, PeopleNotice>()
  let stopCatchUp: (() => void) | null = null
  let stopKeeping: (() => void) | null = null
  let stopAgain: (() => void) | null = null

  const news = createNews({
    me,
    now: clock.now,
    wishes: () => wishes,
    friends: () => lists.friends,
    front: () => front,
  })
  news.know(lists.friends)
  const marks = createMarks((mark) => store.mark(mark))
  const attention = createAttention({
    ...{ clock, idleSeconds },
    changed: (state) => void store.setPresence({ connectionId, state }).catch(() => {}),
  })

  const conversations = createOpenConversations({ me, store, changed: (userId) => show({ conversation: userId }) })
  const typing = createTyping({ clock, changed: (userId) => show({ threads: true, conversation: userId }) })

  const peopleView = (): PeopleView => ({
    friends: lists.friends.map(friendView),
    incoming: lists.incoming.map(friendView),
    outgoing: lists.outgoing.map(friendView),
    ...{ refreshedAt, connected, failure },
  })
  const threadsNow = (): ThreadsView => threadsView(threads, typing.all(), me)
  const conversationNow = (userId: string): ConversationView => {
    const known = conversations.get(userId) ?? emptyConversation(userId)
    const loaded = conversations.get(userId) !== undefined
    return conversationView(known, outbox.to(userId), {
      ...{ loaded, typing: typing.is(userId), failure: conversations.failure(userId) },
    })
  }
  /** What is known of a conversation that was never read here: with whom it is, and its last message. */
  const emptyConversation = (userId: string): Conversation => {
    const thread = threads.items.find(({ user }) => user.id === userId)
    const friend = lists.friends.find(({ user }) => user.id === userId)
    const user = friend?.user ?? thread?.user ?? { id: userId, name: '', avatar: '' }
    return {
      ...{ user, relation: friend ? 'friends' : 'none', messages: thread ? [thread.lastMessage] : [], older: null },
      ...{ readSeq: thread?.readSeq ?? 0, theirReadSeq: thread?.theirReadSeq ?? 0 },
      theirDeliveredSeq: thread?.theirDeliveredSeq ?? 0,
    }
  }
  const show = (changed: { people?: boolean; threads?: boolean; conversation?: string }): void => {
    if (closed) return
    if (changed.people) tell('people', peopleView())
    if (changed.threads) tell('threads', threadsNow())
    if (changed.conversation) tell('conversation', conversationNow(changed.conversation))
    if ((changed.people || changed.threads) && refreshedAt && !stopKeeping)
      stopKeeping = clock.after(KEEP_MS, () => void keep())
  }
  const keep = async (): Promise<void> => {
    stopKeeping?.()
    stopKeeping = null
    if (refreshedAt) await files.people.write({ refreshedAt, lists, threads }).catch(() => {})
  }

  const outbox = createOutbox({
    left,
    send: (message) => store.send(message),
    explain: failureOf,
    // What is written stays until its writer is logged in again.
    passes: (reason) => passesByItself(reason) || reason === 'NOT_SIGNED_IN',
    ...{ newId: randomUUID, now: clock.now, after: (ms, act) => clock.after(ms, act) },
    sent(userId, message) {
      const friend = lists.friends.find(({ user }) => user.id === userId)?.user
      const user = friend ?? conversations.get(userId)?.user
      if (user) applyMessage({ with: { id: user.id, name: user.name, avatar: user.avatar }, message })
    },
    changed(unsent, userId) {
      void files.unsent.write(unsent).catch(() => {})
      show({ conversation: userId })
    },
  })

  const applyMessage = (payload: Payload<'message'>): void => {
    const { with: user, message } = payload
    const other = user.id
    if (message.senderId !== me) typing.stop(other)
    const now = threadsWithMessage([threads], payload, me)
    if (now) threads = now[0] ?? threads
    else void refresh()
    conversations.withMessage(other, message)
    if (message.senderId === me) outbox.settle(message.clientId)
    else marks.delivered(other, message.seq)
    show({ threads: true, conversation: other })
  }
  const applyMarks = (event: Live<'marks'>): void => {
    threads = threadsAfter(threads, (pages) => threadsWithMarks(pages, event, me))
    conversations.withMarks(event)
    show({ threads: true, conversation: event.withUserId })
  }
  const applyRelation = (userId: string, relation: Conversation['relation']): void => {
    threads = threadsAfter(threads, (pages) => threadsWithFriendship(pages, userId, relation === 'friends'))
    conversations.withRelation(userId, relation)
    show({ people: true, threads: true, conversation: userId })
  }
  /** Changes what is known by what has happened; the same again changes nothing. */
  const apply = (event: StreamEvent): void => {
    if (event.kind === 'presence') {
      lists = friendsWithPresence(lists, event)
      show({ people: true })
    } else if (event.kind === 'typing') typing.heard(event.userId)
    else if (event.kind === 'marks') applyMarks(event)
    else if (event.kind === 'message') applyMessage(event.payload)
    else if (event.kind === 'request') {
      lists = friendsWith(lists, 'incoming', event.payload.user, event.at)
      applyRelation(event.payload.user.id, 'incoming')
    } else if (event.kind === 'friend') {
      lists = friendsWith(lists, 'friends', event.payload.user, event.at)
      applyRelation(event.payload.user.id, 'friends')
    } else if (event.kind === 'gone') {
      lists = friendsWithout(lists, event.payload.userId)
      applyRelation(event.payload.userId, 'none')
    }
  }
  const hear = (event: StreamEvent): void => {
    if (closed) return
    tell('heard', { kind: event.kind })
    const notice = news.of(event)
    if (event.kind === 'hello') {
      if (attention.state() === 'away') void store.setPresence({ connectionId, state: 'away' }).catch(() => {})
      outbox.flush()
      void refresh()
      stopCatchUp?.()
      stopCatchUp = clock.after(CATCH_UP_MS, () => void caughtUp())
      return
    }
    reading?.heard.push(event)
    apply(event)
    // Whose presence a new friend has, and what a block hides, only the store knows.
    if (isWritten(event) && (event.kind === 'friend' || event.kind === 'gone')) void refresh()
    if (!notice) return
    // What came while the line was away is told once for each person, and only if it was not read elsewhere.
    if (notice.kind === 'message' && stopCatchUp) held.set(notice.userId, notice)
    else notify(notice)
  }

  const caughtUp = async (): Promise<void> => {
    await reading?.done
    if (closed) return
    stopCatchUp = null
    const told = [...held]
    held.clear()
    for (const [userId, notice] of told)
      if (threads.items.some(({ user, unread }) => user.id === userId && unread > 0)) notify(notice)
  }
  const readThreads = async (): Promise<ThreadPage> => {
    const wanted = threads.items.length
    let page = await store.threads(null)
    for (let pages = 1; page.nextCursor && page.items.length < wanted && pages < PAGES_MOST; pages++)
      page = threadsWithMore(page, await store.threads(page.nextCursor))
    return page
  }
  const readAll = async (mine: NonNullable<typeof reading>): Promise<void> => {
    for (;;) {
      mine.again = false
      mine.heard = []
      try {
        await marks.flush()
        const [people, page, settings] = await Promise.all([store.friends(), readThreads(), store.settings()])
        if (closed) return
        lists = people
        threads = page
        wishes = settings.notices
        failure = null
        refreshedAt = new Date(clock.now()).toISOString()
      } catch (error) {
        if (closed) return
        failure = failureOf(error).reason
        if (failure === 'NOT_SIGNED_IN') lost()
        // Asked again meanwhile: the caller's answer must not be the failure of an older question.
        else if (mine.again) continue
        stopAgain?.()
        stopAgain = clock.after(AGAIN_MS, () => void refresh())
        return
      }
      news.know(lists.friends)
      // What happened while the store was answering may or may not be in its answer.
      for (const event of mine.heard.splice(0)) apply(event)
      for (const [withUserId, readSeq] of marks.unsaid()) {
        const unsaid = { kind: 'marks', withUserId, byUserId: me, readSeq, deliveredSeq: 0 } as const
        threads = threadsAfter(threads, (pages) => threadsWithMarks(pages, unsaid, me))
      }
      if (!mine.again) return
    }
  }
  const refresh = (): Promise<void> => {
    if (closed) return Promise.resolve()
    if (reading) {
      reading.again = true
      return reading.done
    }
    stopAgain?.()
    const mine = { again: false, heard: [], done: Promise.resolve() }
    reading = mine
    mine.done = readAll(mine).finally(() => {
      reading = null
      if (closed) return
      for (const { user, unread, lastMessage } of threads.items)
        if (unread > 0 && lastMessage.senderId !== me) marks.delivered(user.id, lastMessage.seq)
      show({ people: true, threads: true })
    })
    conversations.readOpen()
    return mine.done
  }
  const ear = listen({
    ...{ open: (input, signal) => store.events(input, signal), connectionId, clock, random, hear },
    line(up, why) {
      connected = up
      if (why === 'NOT_SIGNED_IN') lost()
      show({ people: true })
    },
  })
  outbox.flush()

  return {
    people: peopleView,
    threads: threadsNow,
    conversation: conversationNow,
    async refresh() {
      ear.hurry()
      await refresh()
    },
    open: (userId) => conversations.open(userId),
    older: (userId) => conversations.older(userId),
    async moreThreads() {
      const cursor = threads.nextCursor
      if (!cursor) return
      const more = await store.threads(cursor)
      if (threads.nextCursor === cursor) threads = threadsWithMore(threads, more)
      show({ threads: true })
    },
    send(userId, text) {
      outbox.add(userId, text)
      ear.hurry()
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
    read(userId, seq) {
      marks.read(userId, seq)
      applyMarks({ kind: 'marks', withUserId: userId, byUserId: me, readSeq: seq, deliveredSeq: seq })
    },
    lookAt(userId) {
      front = userId
    },
    attended() {
      attention.attended()
    },
    related(user, relation) {
      lists =
        relation === 'none'
          ? friendsWithout(lists, user.id)
          : friendsWith(lists, relation, user, new Date(clock.now()).toISOString())
      applyRelation(user.id, relation)
      void refresh()
    },
    wished(settings) {
      wishes = settings.notices
    },
    async close() {
      closed = true
      ear.close()
      attention.close()
      outbox.close()
      stopAgain?.()
      stopCatchUp?.()
      typing.close()
      conversations.close()
      if (stopKeeping) await keep()
    },
  }
}
