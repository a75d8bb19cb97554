import { z } from 'zod'
import { DomainError } from '../errors.ts'

const cursorSchema = z.tuple([z.int().min(-2147483648).max(2147483647), z.uuid()])

/** Where a page of reviews ended: what it was sorted by in its last row, and that row's id. */
export interface ReviewCursor {
  key: number
  id: string
}

/** Reads what `writeReviewCursor` wrote; INVALID_INPUT for anything else. */
export function readReviewCursor(cursor: string | null | undefined): ReviewCursor | undefined {
  if (!cursor) return undefined
  try {
    const [key, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { key, id }
  } catch (cause) {
    const fields = { cursor: 'CURSOR_INVALID' }
    throw new DomainError('INVALID_INPUT', { message: 'This cursor is not one of ours', fields, cause })
  }
}

export function writeReviewCursor({ key, id }: ReviewCursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}
