import type { MessagePage, Relation, StoredMessage } from '@kettle/api/client'
import { type Live, marksOfWriting, messagePlace, withMarks } from '@kettle/socials/live'

/** The pages of a conversation after a message, which counts once; null when some between are missing and have to be asked for. */
export function messagesWith(pages: MessagePage[], message: StoredMessage, me: string): MessagePage[] | null {
  const [newest, ...older] = pages
  if (!newest) return null
  const place = messagePlace(message.seq, {
    newest: newest.items[0]?.seq ?? 0,
    oldest: pages.at(-1)?.items.at(-1)?.seq ?? 0,
    has: (seq) => pages.some((page) => page.items.some((known) => known.seq === seq)),
  })
  if (place === 'missing') return null
  if (place === 'known') return pages
  return [{ ...newest, ...marksOfWriting(newest, message, me), items: [message, ...newest.items] }, ...older]
}

/** The pages after one side has received or read. */
export function messagesWithMarks(pages: MessagePage[], marks: Live<'marks'>, me: string): MessagePage[] {
  return pages.map((page) => withMarks(page, marks, me))
}

/** The pages after what the two are to each other has changed. */
export function messagesWithRelation(pages: MessagePage[], relation: Relation): MessagePage[] {
  return pages.map((page) => ({ ...page, relation }))
}
