import type { Presence, Thread } from '@kettle/api/client'
import type { Told } from './told.ts'

export interface ThreadPage {
  items: Thread[]
  nextCursor: string | null
  unread: number
}

const offline: Presence = { state: 'offline', game: null, lastSeenAt: null }

/** The list after a message, which counts once; null when it can't be known from here and has to be asked for. */
export function threadsWithMessage(
  pages: ThreadPage[],
  { with: user, message }: Told['message'],
  me: string,
): ThreadPage[] | null {
  const known = findThread(pages, user.id)
  if (known && message.seq <= known.lastMessage.seq) return pages
  // A conversation may lie beyond the pages read so far, with marks that nobody here knows.
  if (!known && (message.seq > 1 || pages.at(-1)?.nextCursor)) return null
  const mine = message.senderId === me
  // Who writes has read all that came before.
  const readSeq = mine ? message.seq : (known?.readSeq ?? 0)
  const theirs = mine ? {} : { theirReadSeq: message.seq, theirDeliveredSeq: message.seq }
  const thread: Thread = {
    ...(known ?? { user: { ...user, presence: offline }, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true }),
    ...theirs,
    user: { ...user, presence: known?.user.presence ?? offline },
    lastMessage: message,
    readSeq,
    unread: message.seq - readSeq,
  }
  const unread = (pages[0]?.unread ?? 0) + thread.unread - (known?.unread ?? 0)
  return pages.map((page, place) => {
    const others = page.items.filter((item) => item.user.id !== user.id)
    return { ...page, unread, items: place === 0 ? [thread, ...others] : others }
  })
}

/** The list after one side has received or read; marks never go back. */
export function threadsWithMarks(pages: ThreadPage[], marks: Told['marks'], me: string): ThreadPage[] {
  const known = findThread(pages, marks.withUserId)
  if (!known) return pages
  if (marks.byUserId !== me)
    return mapThread(pages, known.user.id, (thread) => ({
      ...thread,
      theirReadSeq: Math.max(thread.theirReadSeq, marks.readSeq),
      theirDeliveredSeq: Math.max(thread.theirDeliveredSeq, marks.deliveredSeq),
    }))
  const readSeq = Math.max(known.readSeq, marks.readSeq)
  const left = Math.max(0, known.lastMessage.seq - readSeq)
  const unread = Math.max(0, (pages[0]?.unread ?? 0) + left - known.unread)
  return mapThread(pages, known.user.id, (thread) => ({ ...thread, readSeq, unread: left })).map((page) => ({
    ...page,
    unread,
  }))
}

/** The list after somebody has come, gone, or begun to play. */
export function threadsWithPresence(pages: ThreadPage[], { userId, presence }: Told['presence']): ThreadPage[] {
  return mapThread(pages, userId, (thread) => ({ ...thread, user: { ...thread.user, presence } }))
}

/** The list after two people have become friends, or are friends no more. */
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
