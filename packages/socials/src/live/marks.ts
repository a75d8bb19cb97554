import type { StoredMessage } from '@kettle/api/client'
import type { Live } from './told.ts'

/** How far a conversation has come: what one has read oneself, and what the other has. */
export interface Marks {
  readSeq: number
  theirReadSeq: number
  theirDeliveredSeq: number
}

/** What has marks, after one side has received or read; they never go back. */
export function withMarks<Marked extends Marks>(known: Marked, marks: Live<'marks'>, me: string): Marked {
  if (marks.byUserId === me) return { ...known, readSeq: Math.max(known.readSeq, marks.readSeq) }
  return {
    ...known,
    theirReadSeq: Math.max(known.theirReadSeq, marks.readSeq),
    theirDeliveredSeq: Math.max(known.theirDeliveredSeq, marks.deliveredSeq),
  }
}

/** What a message tells of the marks: who had read all that came before has read it too, and who writes is there. */
export function marksOfWriting(known: Marks, { seq, senderId }: StoredMessage, me: string): Partial<Marks> {
  const withThis = (readSeq: number) => (readSeq === seq - 1 ? seq : readSeq)
  return senderId === me
    ? { readSeq: withThis(known.readSeq) }
    : { theirReadSeq: withThis(known.theirReadSeq), theirDeliveredSeq: seq }
}
