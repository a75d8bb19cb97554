import type { Thread } from '@kettle/api/client'
import { marksOfWriting, withMarks } from './marks.ts'
import { offline } from './offline.ts'
import type { Live, Payload } from './told.ts'

/** A page of conversations, the latest first; `unread` counts all there are. */
export interface ThreadPage {
  items: Thread[]
  nextCursor: string | null
  unread: number
}

/** The pages after a message, which counts once; null when what it changes can't be known from here and has to be asked for. */
export function threadsWithMessage(
  pages: ThreadPage[],
  { with: user, message }: Payload<'message'>,
  me: string,
): ThreadPage[] | null {
  const known = findThread(pages, user.id)
  if (known && message.seq <= known.lastMessage.seq) return pages
  // A conversation may lie beyond the pages read so far, with marks that nobody here knows.
  if (!known && (message.seq > 1 || pages.at(-1)?.nextCursor)) return null
  const before = known ?? { readSeq: 0, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true }
  const marked = { ...before, ...marksOfWriting(before, message, me) }
  const unread = known?.unread ?? 0
  const thread: Thread = {
    ...marked,
    user: { ...user, presence: known?.user.presence ?? offline },
    lastMessage: message,
    // What lies between is the other's as far as anybody knows here.
    unread: unread + message.seq - (known?.lastMessage.seq ?? 0) - (message.senderId === me ? 1 : 0),
  }
  return withUnread(pages, thread.unread - (known?.unread ?? 0)).map((page, place) => {
    const others = page.items.filter((item) => item.user.id !== user.id)
    return { ...page, items: place === 0 ? [thread, ...others] : others }
  })
}

/** The pages after one side has received or read; marks never go back, nor beyond the last message. */
export function threadsWithMarks(pages: ThreadPage[], marks: Live<'marks'>, me: string): ThreadPage[] {
  // `withUserId` is the other one, whoever has read.
  const known = findThread(pages, marks.withUserId)
  if (!known) return pages
  const marked = withMarks(known, marks, me)
  const readSeq = Math.min(marked.readSeq, known.lastMessage.seq)
  // Only one's own reading changes what is unread: the rest is as the store counts it.
  const unread = marks.byUserId === me ? Math.min(known.unread, known.lastMessage.seq - readSeq) : known.unread
  const changed = mapThread(pages, known.user.id, () => ({ ...marked, readSeq, unread }))
  return withUnread(changed, unread - known.unread)
}

/** The pages after somebody has come, gone, or begun to play. */
export function threadsWithPresence(pages: ThreadPage[], { userId, presence }: Live<'presence'>): ThreadPage[] {
  return mapThread(pages, userId, (thread) => ({ ...thread, user: { ...thread.user, presence } }))
}

/** The pages after two people have become friends, or are friends no more. */
export function threadsWithFriendship(pages: ThreadPage[], userId: string, areFriends: boolean): ThreadPage[] {
  return mapThread(pages, userId, (thread) => ({
    ...thread,
    areFriends,
    user: areFriends ? thread.user : { ...thread.user, presence: offline },
  }))
}

function findThread(pages: ThreadPage[], userId: string): Thread | undefined {
  return pages.flatMap((page) => page.items).find((thread) => thread.user.id === userId)
}

function mapThread(pages: ThreadPage[], userId: string, change: (thread: Thread) => Thread): ThreadPage[] {
  if (!findThread(pages, userId)) return pages
  return pages.map((page) => ({
    ...page,
    items: page.items.map((thread) => (thread.user.id === userId ? change(thread) : thread)),
  }))
}

function withUnread(pages: ThreadPage[], more: number): ThreadPage[] {
  const unread = Math.max(0, (pages[0]?.unread ?? 0) + more)
  return pages.map((page) => ({ ...page, unread }))
}
