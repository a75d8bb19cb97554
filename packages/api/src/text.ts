import { z } from 'zod'

/** Postgres keeps no NUL, and UTF-8 has no half of a surrogate pair: with either a query fails. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Any text that a procedure takes in and does not bind to a pattern. `max` counts UTF-16 units. */
export const text = (max: number, tooLong = 'TEXT_TOO_LONG') =>
  z.string({ error: 'TEXT_REQUIRED' }).max(max, tooLong).refine(isStorable, 'TEXT_INVALID')

/** Characters that show nothing or turn others round: with them one name would pass for another. Emoji are joined by U+200D. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u

/** A name as people may see it, of a person or a game: 1 to `max` characters (code points) on one line, of any script. */
export const name = (max: number) =>
  z
    .string({ error: 'NAME_REQUIRED' })
    .max(2000, 'NAME_TOO_LONG')
    .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'NAME_REQUIRED')
        .refine((value) => [...value].length <= max, 'NAME_TOO_LONG')
        .refine((value) => !hidden.test(value.replace(/\u200d/gu, '')), 'NAME_HAS_HIDDEN_CHARACTERS')
        // Piled up accents climb out of their line.
        .refine((value) => !/\p{M}{5}/u.test(value), 'NAME_HAS_HIDDEN_CHARACTERS')
        .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), 'NAME_REQUIRED'),
    )

/** Times that a store can mean: outside of them Postgres and JavaScript disagree about what a year is. */
const [EARLIEST, LATEST] = ['1900-01-01', '2200-01-01']
const isBounded = (moment: string) => moment >= EARLIEST && moment < LATEST

/** A day, `YYYY-MM-DD`. */
export const day = () => z.iso.date('DATE_INVALID').refine(isBounded, 'DATE_INVALID')

/** A moment in ISO 8601 and UTC. */
export const moment = () => z.iso.datetime('DATE_INVALID').refine(isBounded, 'DATE_INVALID')
