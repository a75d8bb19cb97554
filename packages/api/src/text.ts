import { z } from 'zod'

/** Postgres keeps no NUL, and UTF-8 has no half of a surrogate pair: with either a query fails. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Any text that a procedure takes in and does not bind to a pattern. `max` counts UTF-16 units. */
export const text = (max: number, tooLong = 'TEXT_TOO_LONG') =>
  z.string({ error: 'TEXT_REQUIRED' }).max(max, tooLong).refine(isStorable, 'TEXT_INVALID')

/** Characters that show nothing or turn others round: with them one name would pass for another. Emoji are joined by U+200D. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u

/**
 * Text on one line of at most `max` characters (code points), of any script, that shows what it is. It may be empty, but where it isn't,
 * something of it is seen. `of` begins the codes of what is wrong.
 */
export const lineOrNothing = (max: number, of: 'NAME' | 'TITLE' | 'LABEL') =>
  z
    .string({ error: `${of}_REQUIRED` })
    .max(2000, `${of}_TOO_LONG`)
    .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .refine((value) => [...value].length <= max, `${of}_TOO_LONG`)
        .refine((value) => !hidden.test(value.replace(/\u200d/gu, '')), `${of}_HAS_HIDDEN_CHARACTERS`)
        // Piled up accents climb out of their line.
        .refine((value) => !/\p{M}{5}/u.test(value), `${of}_HAS_HIDDEN_CHARACTERS`)
        .refine((value) => value === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), `${of}_REQUIRED`),
    )

/** A name as people may see it: as `lineOrNothing`, and not empty. */
export const name = (max: number, of: 'NAME' | 'TITLE' | 'LABEL' = 'NAME') =>
  lineOrNothing(max, of).pipe(z.string().min(1, `${of}_REQUIRED`))

/** Text from elsewhere as a name may be: what `name` refuses is taken out of it. Of something that shows nothing, nothing is left. */
export function cleanLine(text: string): string {
  const seen = [...text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ')]
    .filter((character) => character === '\u200d' || !hidden.test(character))
    .join('')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen) ? seen : ''
}

/** Times that a store can mean: outside of them Postgres and JavaScript disagree about what a year is. */
const [EARLIEST, LATEST] = ['1900-01-01', '2200-01-01']
const isBounded = (moment: string) => moment >= EARLIEST && moment < LATEST

/** A day, `YYYY-MM-DD`. */
export const day = (fault = 'DATE_INVALID') => z.iso.date(fault).refine(isBounded, fault)

/** A moment in ISO 8601 and UTC. */
export const moment = () => z.iso.datetime('DATE_INVALID').refine(isBounded, 'DATE_INVALID')
