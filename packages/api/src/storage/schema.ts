import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { MAX_PRICE } from '../money.ts'
import { platforms } from '../search/schema.ts'
import { day, lineOrNothing, moment, name, text } from '../text.ts'

export const buildPlatform = z.enum(platforms)
export const channelSchema = z.enum(['stable', 'beta'])
export const versionSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/u, 'VERSION_INVALID')
const words = (max: number) => text(max).transform(cleanText)
/** One language is enough: the other falls back to it. */
const isInSomeLanguage = ({ en, ru }: { en: string; ru: string }) => en !== '' || ru !== ''
const localText = (max: number) =>
  z.strictObject({ en: words(max).default(''), ru: words(max).default('') }).refine(isInSomeLanguage, 'TEXT_REQUIRED')
const title = lineOrNothing(120, 'TITLE').default('')
const localTitle = z.strictObject({ en: title, ru: title }).refine(isInSomeLanguage, 'TITLE_REQUIRED')
/** Small letters on one line that show something: a tag or a genre. */
const label = name(50, 'LABEL').transform((value) => value.toLowerCase())

/** Of Postgres' integer. */
const MAX_REVISION = 2 ** 31 - 1

/** BCP 47, like `pt-BR`. */
const languageTags = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'LANGUAGE_INVALID')).max(60)
const part = text(200).transform(cleanText).optional()
const machine = z.strictObject({ system: part, processor: part, memory: part, graphics: part, storage: part })

export const downloadInput = z.object({
  gameId: z.uuid(),
  platform: buildPlatform.optional(),
  channel: channelSchema.default('stable'),
})
/** What a publisher says of a game; the first part is asked for when it is made. */
const page = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'SLUG_INVALID')
    .max(80, 'SLUG_INVALID'),
  title: localTitle,
  shortDescription: localText(400),
  description: localText(20_000),
  developer: name(120, 'TITLE'),
  publisher: name(120, 'TITLE'),
  releaseDate: day(),
  tags: z.array(label).max(20, 'TOO_MANY_LABELS'),
  platforms: z.array(buildPlatform).min(1, 'PLATFORM_REQUIRED').max(4),
  /** Minor units of the store's currency; 0 is free. */
  basePrice: z.int('AMOUNT_INVALID').min(0, 'AMOUNT_INVALID').max(MAX_PRICE, 'AMOUNT_TOO_LARGE'),
  published: z.boolean(),
  genres: z.array(label).max(10, 'TOO_MANY_LABELS'),
  languages: z.strictObject({ interface: languageTags, audio: languageTags, subtitles: languageTags }),
  /** Null: nobody said. */
  ageMark: z.union([z.literal(0), z.literal(6), z.literal(12), z.literal(16), z.literal(18)]).nullable(),
  requirements: z.strictObject({ minimum: machine, recommended: machine.optional() }).nullable(),
}
export const createGameInput = z.strictObject({
  ...page,
  tags: page.tags.default([]),
  published: page.published.default(false),
  genres: page.genres.optional(),
  languages: page.languages.optional(),
  ageMark: page.ageMark.optional(),
  requirements: page.requirements.optional(),
})
export const changeGameInput = z
  .strictObject({
    ...page,
    /** The paths of all its screenshots in another order. */
    screenshots: z.array(text(200)).max(100),
  })
  .partial()
  .extend({
    id: z.uuid(),
    /** The revision of the game that the changes were made on. */
    revision: z.int().min(0).max(MAX_REVISION),
  })
/** A new game, or what changed of one that is there. */
export const saveGameInput = z.union([createGameInput, changeGameInput])
export const ownGameInput = z.object({ gameId: z.uuid() })
export const addDiscountInput = z.object({
  gameId: z.uuid(),
  percent: z.int('PERCENT_INVALID').min(1, 'PERCENT_INVALID').max(100, 'PERCENT_INVALID'),
  /** Absent: at once. */
  startsAt: moment().optional(),
  endsAt: moment(),
})
export const endDiscountInput = z.object({ id: z.uuid() })
export const pictureInput = z.object({ gameId: z.uuid(), kind: z.enum(['cover', 'header', 'screenshot']) })
export const removeScreenshotInput = z.object({ gameId: z.uuid(), path: text(200) })
export const NOTES_MAX = 8_000
/** Everything that is no character but a command to a screen or printer; only tabs and line ends are text. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu
/** What is new in a build: plain text, tidied up. Control characters go, lines end as in Unix. */
export const notesSchema = z
  .string()
  .max(4 * NOTES_MAX, 'NOTES_TOO_LONG')
  .transform((written) =>
    written
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
      .replace(CONTROLS, (one) => (one === '\n' || one === '\t' ? one : ''))
      .trim(),
  )
  .pipe(z.string().max(NOTES_MAX, 'NOTES_TOO_LONG'))
export const createUploadInput = z.object({
  gameId: z.uuid(),
  platform: buildPlatform,
  version: versionSchema,
  notes: notesSchema.optional(),
})
export const saveNotesInput = z.object({ buildId: z.uuid(), notes: notesSchema })
export const resumeUploadInput = z.object({ uploadId: z.uuid() })
export const uploadInput = z.object({ uploadId: z.uuid() })
export const finishUploadInput = z.object({ uploadId: z.uuid() })
export const inspectBuildInput = z.object({ buildId: z.uuid() })
export const buildsInput = z.object({ gameId: z.uuid() })
export const removeBuildInput = z.object({ buildId: z.uuid() })
export const promoteInput = z.object({ buildId: z.uuid(), channel: channelSchema.default('stable') })
