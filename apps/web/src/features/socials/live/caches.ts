import type { StoredMessage, StreamEvent } from '@kettle/api/client'
import {
  friendsWith,
  friendsWithout,
  friendsWithPresence,
  type Payload,
  type ThreadPage,
  threadsWithFriendship,
  threadsWithMarks,
  threadsWithMessage,
  threadsWithPresence,
} from '@kettle/socials/live'
import type { InfiniteData } from '@tanstack/react-query'
import { queries, queryClient } from '../../../lib/trpc.ts'
import { messagesWith, messagesWithMarks, messagesWithRelation } from './reduce-messages.ts'
import { noticesWith } from './reduce-notices.ts'
import { typingNow, typingWith, typingWithout } from './typing.ts'

/** What the pages ask, in one place: the stream's events find the answers by it. */
export const threadsInput = { limit: 30 } as const
export const noticesInput = { limit: 20 } as const
export const messagesInput = (userId: string) => ({ userId, limit: 50 })

const { socials } = queries

/** Brings what is shown up to date with an event: by what it says where that is enough, else by asking anew. */
export function applyEvent(event: StreamEvent, me: string): void {
  if (event.kind === 'hello') void socials.invalidate()
  else {
    change(event, me)
    if (event.kind !== 'typing') void askOvertaken()
  }
}

function change(event: Exclude<StreamEvent, { kind: 'hello' }>, me: string): void {
  switch (event.kind) {
    case 'message':
      void applyMessage(event.payload, me)
      break
    case 'marks':
      changeThreads((pages) => threadsWithMarks(pages, event, me))
      changeMessages(event.withUserId, (pages) => messagesWithMarks(pages, event, me))
      break
    case 'typing':
      typingNow.set(typingWith(typingNow.get(), event.userId, Date.now()))
      break
    case 'presence':
      socials.friends.setData(undefined, (lists) => lists && friendsWithPresence(lists, event))
      socials.person.setData({ userId: event.userId }, (person) => person && { ...person, presence: event.presence })
      changeThreads((pages) => threadsWithPresence(pages, event))
      break
    case 'request':
      socials.friends.setData(
        undefined,
        (lists) => lists && friendsWith(lists, 'incoming', event.payload.user, event.at),
      )
      changeNotices((pages) => noticesWith(pages, event))
      relate(event.payload.user.id, 'incoming')
      break
    case 'friend': {
      const { user, asked } = event.payload
      socials.friends.setData(undefined, (lists) => lists && friendsWith(lists, 'friends', user, event.at))
      changeThreads((pages) => threadsWithFriendship(pages, user.id, true))
      if (asked) changeNotices((pages) => noticesWith(pages, event))
      relate(user.id, 'friends')
      // Their presence is ours to see from now on, and a request of theirs is no news any more.
      void socials.friends.invalidate()
      void socials.notices.invalidate()
      break
    }
    case 'gone': {
      const { userId } = event.payload
      socials.friends.setData(undefined, (lists) => lists && friendsWithout(lists, userId))
      changeThreads((pages) => threadsWithFriendship(pages, userId, false))
      typingNow.set(typingWithout(typingNow.get(), userId))
      relate(userId, 'none')
      // It may have been a block, after which there is nobody there: only the store knows.
      void socials.threads.invalidate()
      void socials.messages.invalidate({ userId })
      void socials.blocked.invalidate()
      void socials.notices.invalidate()
      break
    }
    case 'reviewReply':
    case 'reviewJudged':
      changeNotices((pages) => noticesWith(pages, event))
      break
  }
}

/** Puts a message where it belongs, once; resolves when it is shown, also where that had to be asked for. */
export async function applyMessage(told: Payload<'message'>, me: string): Promise<void> {
  const { with: user, message } = told
  if (message.senderId !== me) typingNow.set(typingWithout(typingNow.get(), user.id))
  changeThreads((pages) => threadsWithMessage(pages, told, me))
  let asked: Promise<unknown> | undefined
  const input = messagesInput(user.id)
  socials.messages.setInfiniteData(input, (data) =>
    changed(
      data as Pages<MessagePages[number]>,
      (pages) => messagesWith(pages, message, me),
      () => {
        asked = socials.messages.invalidate(input)
      },
    ),
  )
  await Promise.all([asked, askOvertaken()])
}

/** Puts a message that the store has just taken where it belongs; resolves when it is shown. */
export async function applySent(userId: string, message: StoredMessage, me: string): Promise<void> {
  const friends = socials.friends.getData()?.friends
  const user =
    socials.messages.getInfiniteData(messagesInput(userId))?.pages[0]?.user ??
    friends?.find((friend) => friend.user.id === userId)?.user
  if (user) return applyMessage({ with: { id: user.id, name: user.name, avatar: user.avatar }, message }, me)
  // Left by an earlier visit to this tab: nothing of this person is on screen yet.
  await Promise.all([socials.messages.invalidate(messagesInput(userId)), socials.threads.invalidate(threadsInput)])
}

/** Questions that will be asked once more, as soon as their answer is there. */
const overtaken = new WeakMap<object, Promise<void>>()

/** What was asked before an event may be answered without it, and that answer would wipe it out again: so it is asked once more. */
function askOvertaken(): Promise<unknown> {
  const asking = queryClient.getQueryCache().findAll({ queryKey: [['socials']], fetchStatus: 'fetching' })
  return Promise.all(
    asking.map((query) => {
      const known = overtaken.get(query)
      if (known) return known
      const again = query
        .fetch()
        .catch(() => {})
        .then(() => {
          overtaken.delete(query)
          return queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
        })
      overtaken.set(query, again)
      return again
    }),
  )
}

/** What somebody is to the caller from now on. */
function relate(userId: string, relation: 'incoming' | 'friends' | 'none'): void {
  changeMessages(userId, (pages) => messagesWithRelation(pages, relation))
  void socials.person.invalidate({ userId })
  void socials.personByCode.invalidate()
  void socials.findUsers.invalidate()
}

type Change<Page> = (pages: Page[]) => Page[] | null
type Pages<Page> = InfiniteData<Page, string | null> | undefined

/** Applies a reducer to what is kept; what it can't tell is asked for again. */
function changed<Page>(data: Pages<Page>, change: Change<Page>, ask: () => void): Pages<Page> {
  if (!data) return data
  const pages = change(data.pages)
  if (!pages) ask()
  return !pages || pages === data.pages ? data : { ...data, pages }
}

type MessagePages = Parameters<typeof messagesWith>[0]
type NoticePages = Parameters<typeof noticesWith>[0]

function changeThreads(change: Change<ThreadPage>): void {
  const ask = () => void socials.threads.invalidate(threadsInput)
  socials.threads.setInfiniteData(threadsInput, (data) => changed(data as Pages<ThreadPage>, change, ask))
}

/** Changes the conversation with somebody, where it is kept. */
function changeMessages(userId: string, change: Change<MessagePages[number]>): void {
  const input = messagesInput(userId)
  const ask = () => void socials.messages.invalidate(input)
  socials.messages.setInfiniteData(input, (data) => changed(data as Pages<MessagePages[number]>, change, ask))
}

/** Changes the notices, where they are kept. */
export function changeNotices(change: Change<NoticePages[number]>): void {
  const ask = () => void socials.notices.invalidate(noticesInput)
  socials.notices.setInfiniteData(noticesInput, (data) => changed(data as Pages<NoticePages[number]>, change, ask))
}
