import { z } from 'zod'
import { DomainError } from '../errors.ts'

/** Where a page ended: the sort key of its last row, as Postgres prints it, and the row's id. */
export interface Cursor {
  key: string
  id: string
}

const cursorSchema = z.tuple([z.string().max(40), z.uuid()])

/** Reads what `writeCursor` wrote; INVALID_INPUT for anything else. */
export function readCursor(cursor: string | null | undefined): Cursor | undefined {
  if (!cursor) return undefined
  try {
    const [key, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (!Number.isFinite(Number(key))) throw new Error('the key is not a number')
    return { key, id }
  } catch (cause) {
    throw new DomainError('INVALID_INPUT', {
      message: 'This cursor is not one of ours',
      fields: { cursor: 'CURSOR_INVALID' },
      cause,
    })
  }
}

/** A cursor that a client hands back without looking into it. */
export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}
