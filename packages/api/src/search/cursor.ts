import { z } from 'zod'
import { DomainError } from '../errors.ts'

/** Where a page ended: the sort key of its last row, as Postgres prints it, and the row's id. */
export interface Cursor {
  key: string
  id: string
  /** The moment of the first page: prices and discounts are sorted and filtered as of it, so that no game moves between pages. */
  at: Date
}

const DAY_MS = 24 * 3600_000
const cursorSchema = z.tuple([z.string().max(40), z.uuid(), z.int().min(0).max(8.64e15)])

/** Reads what `writeCursor` wrote; INVALID_INPUT for anything else, and for one of another day. */
export function readCursor(cursor: string | null | undefined, now: Date): Cursor | undefined {
  if (!cursor) return undefined
  try {
    const [key, id, at] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (!Number.isFinite(Number(key))) throw new Error('the key is not a number')
    if (at > now.getTime() || at < now.getTime() - DAY_MS) throw new Error('the cursor is of another day')
    return { key, id, at: new Date(at) }
  } catch (cause) {
    throw new DomainError('INVALID_INPUT', {
      message: 'This cursor is not one of ours',
      fields: { cursor: 'CURSOR_INVALID' },
      cause,
    })
  }
}

/** A cursor that a client hands back without looking into it. */
export function writeCursor({ key, id, at }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id, at.getTime()])).toString('base64url')
}
