import type { MessagePage, Relation, StoredMessage } from '@kettle/api/client'
import type { Told } from './told.ts'

/** The conversation after a message, which counts once; null when some between are missing and have to be asked for. */
export function messagesWith(pages: MessagePage[], message: StoredMessage, me: string): MessagePage[] | null {
  const [newest, ...older] = pages
  if (!newest) return null
  const last = newest.items[0]?.seq ?? 0
  if (message.seq <= last) {
    const known = pages.some((page) => page.items.some(({ seq }) => seq === message.seq))
    const oldest = pages.at(-1)?.items.at(-1)?.seq ?? 0
    return known || message.seq < oldest ? pages : null
  }
  if (message.seq !== last + 1) return null
  const mine = message.senderId === me
  const marks = mine ? { readSeq: message.seq } : { theirReadSeq: message.seq, theirDeliveredSeq: message.seq }
  return [{ ...newest, ...marks, items: [message, ...newest.items] }, ...older]
}

/** The conversation after one side has received or read; marks never go back. */
export function messagesWithMarks(pages: MessagePage[], marks: Told['marks'], me: string): MessagePage[] {
  return pages.map((page) =>
    marks.byUserId === me
      ? { ...page, readSeq: Math.max(page.readSeq, marks.readSeq) }
      : {
          ...page,
          theirReadSeq: Math.max(page.theirReadSeq, marks.readSeq),
          theirDeliveredSeq: Math.max(page.theirDeliveredSeq, marks.deliveredSeq),
        },
  )
}

/** The conversation after what the two are to each other has changed. */
export function messagesWithRelation(pages: MessagePage[], relation: Relation): MessagePage[] {
  return pages.map((page) => ({ ...page, relation }))
}
