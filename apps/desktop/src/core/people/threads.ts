import type { Presence, Thread } from '@kettle/api/client'
import type { Live, Payload, ThreadPage } from './ports.ts'

export const noThreads: ThreadPage = { items: [], nextCursor: null, unread: 0 }

const offline: Presence = { state: 'offline', game: null, lastSeenAt: null }

/** The list after a message, which counts once; null when what it changes can't be known from here and has to be read. */
export function threadsWithMessage(
  page: ThreadPage,
  { with: user, message }: Payload<'message'>,
  me: string,
): ThreadPage | null {
  const known = page.items.find((thread) => thread.user.id === user.id)
  if (known && message.seq <= known.lastMessage.seq) return page
  // It may go on a conversation beyond those that were read, with marks that nobody here knows.
  if (!known && (message.seq > 1 || page.nextCursor)) return null
  const mine = message.senderId === me
  // Who writes has read all that came before.
  const readSeq = mine ? message.seq : (known?.readSeq ?? 0)
  const thread: Thread = {
    ...(known ?? { theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true }),
    ...(mine ? {} : { theirReadSeq: message.seq, theirDeliveredSeq: message.seq }),
    user: { ...user, presence: known?.user.presence ?? offline },
    ...{ lastMessage: message, readSeq, unread: message.seq - readSeq },
  }
  const others = page.items.filter((item) => item !== known)
  return withUnread(page, [thread, ...others], thread.unread - (known?.unread ?? 0))
}

/** The list after one side has received or read; marks never go back. */
export function threadsWithMarks(page: ThreadPage, marks: Live<'marks'>, me: string): ThreadPage {
  const known = page.items.find(({ user }) => user.id === marks.withUserId)
  // `withUserId` is the other one, whoever has read.
  if (!known) return page
  const readSeq = Math.min(Math.max(known.readSeq, marks.readSeq), known.lastMessage.seq)
  const changed: Thread =
    marks.byUserId === me
      ? { ...known, readSeq, unread: known.lastMessage.seq - readSeq }
      : {
          ...known,
          theirReadSeq: Math.max(known.theirReadSeq, marks.readSeq),
          theirDeliveredSeq: Math.max(known.theirDeliveredSeq, marks.deliveredSeq),
        }
  const items = page.items.map((thread) => (thread === known ? changed : thread))
  return withUnread(page, items, changed.unread - known.unread)
}

/** The list after two people have become friends, or are friends no more. */
export function threadsWithFriendship(page: ThreadPage, userId: string, areFriends: boolean): ThreadPage {
  return {
    ...page,
    items: page.items.map((thread) => (thread.user.id === userId ? { ...thread, areFriends } : thread)),
  }
}

/** The list with the conversations of earlier that were read after it, each once. */
export function threadsWithMore(page: ThreadPage, more: ThreadPage): ThreadPage {
  const known = new Set(page.items.map(({ user }) => user.id))
  const news = more.items.filter(({ user }) => !known.has(user.id))
  return { items: [...page.items, ...news], nextCursor: more.nextCursor, unread: page.unread }
}

function withUnread(page: ThreadPage, items: Thread[], more: number): ThreadPage {
  return { ...page, items, unread: Math.max(0, page.unread + more) }
}
