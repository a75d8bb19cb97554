import { z } from 'zod'
import { DomainError } from './errors.ts'

/** The cursors of one list: opaque to clients, and refused by every other list. */
export interface CursorCodec<Place> {
  write(place: Place): string
  /** Undefined without a cursor; INVALID_INPUT for what `write` did not write. */
  read(cursor: string | null | undefined): Place | undefined
}

/** A codec for places of this shape. `list` names the list, and its order where it has several. */
export function cursorCodec<Place extends unknown[]>(list: string, place: z.ZodType<Place, Place>): CursorCodec<Place> {
  const write = (values: Place) => Buffer.from(JSON.stringify([list, ...values])).toString('base64url')
  return {
    write,
    read(cursor) {
      if (!cursor) return undefined
      const parsed = place.safeParse(partsOf(cursor, list))
      // One place has one text: what only decodes to it is not ours.
      if (parsed.success && write(parsed.data) === cursor) return parsed.data
      throw new DomainError('INVALID_INPUT', {
        message: 'This cursor is not one of this list',
        fields: { cursor: 'CURSOR_INVALID' },
      })
    },
  }
}

function partsOf(cursor: string, list: string): unknown {
  try {
    const [name, ...parts] = z.array(z.unknown()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return name === list ? parts : null
  } catch {
    return null
  }
}

/** A moment to the microsecond, as Postgres keeps it, in ISO 8601. */
export const cursorMoment = z.iso.datetime({ offset: true }).refine((value) => value >= '1900' && value < '2200')
