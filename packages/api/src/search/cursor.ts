import { z } from 'zod'
import { cursorCodec } from '../cursor.ts'
import { DomainError } from '../errors.ts'

/** Where a page ended: the sort key of its last row, as Postgres prints it, and the row's id. */
export interface Cursor {
  key: string
  id: string
  /** The moment of the first page: prices and discounts are sorted and filtered as of it, so that no game moves between pages. */
  at: Date
}

const DAY_MS = 24 * 3600_000
/** No sort has a key beyond: they are prices in minor units, percents, days and ranks. */
const MAX_KEY = 1e12

/** A float8 as Postgres prints it, which it also reads: not too large for a bigint, and not too small for a float. */
const key = z
  .string()
  .max(40)
  .regex(/^-?\d+(\.\d+)?(e[+-]\d+)?$/u)
  .refine((text) => Math.abs(Number(text)) <= MAX_KEY && (Number(text) !== 0 || /^-?0$/u.test(text)))
const codec = cursorCodec('games', z.tuple([key, z.uuid(), z.int().min(0).max(8.64e15)]))

/** Reads what `writeCursor` wrote; INVALID_INPUT for anything else, and for one of another day. */
export function readCursor(cursor: string | null | undefined, now: Date): Cursor | undefined {
  const place = codec.read(cursor)
  if (!place) return undefined
  const [key, id, at] = place
  if (at > now.getTime() || at < now.getTime() - DAY_MS)
    throw new DomainError('INVALID_INPUT', {
      message: 'This cursor is of another day',
      fields: { cursor: 'CURSOR_INVALID' },
    })
  return { key, id, at: new Date(at) }
}

/** A cursor that a client hands back without looking into it. */
export function writeCursor({ key, id, at }: Cursor): string {
  return codec.write([key, id, at.getTime()])
}
