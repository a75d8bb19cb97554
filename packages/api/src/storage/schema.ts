import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { MAX_PRICE } from '../money.ts'
import { platforms } from '../search/schema.ts'
import { day, moment, name, text } from '../text.ts'

export const buildPlatform = z.enum(platforms)
export const channelSchema = z.enum(['stable', 'beta'])
export const versionSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/u, 'VERSION_INVALID')
const words = (max: number) => text(max).transform(cleanText).pipe(z.string().min(1, 'TEXT_REQUIRED'))
const localText = (max: number) => z.object({ en: words(max), ru: words(max) })
/** Small letters on one line that show something: a tag or a genre. */
const label = name(50).transform((value) => value.toLowerCase())

/** BCP 47, like `pt-BR`. */
const languageTags = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'LANGUAGE_INVALID')).max(60)
const part = text(200).trim().optional()
const machine = z.object({ system: part, processor: part, memory: part, graphics: part, storage: part })

export const downloadInput = z.object({
  gameId: z.uuid(),
  platform: buildPlatform.optional(),
  channel: channelSchema.default('stable'),
})
export const saveGameInput = z.object({
  /** Absent for a new game. */
  id: z.uuid().optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'SLUG_INVALID')
    .max(80),
  title: z.object({ en: name(120), ru: name(120) }),
  shortDescription: localText(400),
  description: localText(20_000),
  developer: name(120),
  publisher: name(120),
  releaseDate: day(),
  tags: z.array(label).max(20).default([]),
  platforms: z.array(buildPlatform).min(1).max(4),
  /** Minor units of the store's currency; 0 is free. */
  basePrice: z.int('AMOUNT_INVALID').min(0, 'AMOUNT_INVALID').max(MAX_PRICE, 'AMOUNT_TOO_LARGE'),
  published: z.boolean().default(false),
  /** What follows stays as it is where it is absent. */
  genres: z.array(label).max(10).optional(),
  languages: z.object({ interface: languageTags, audio: languageTags, subtitles: languageTags }).optional(),
  ageMark: z.union([z.literal(0), z.literal(6), z.literal(12), z.literal(16), z.literal(18)]).nullish(),
  requirements: z.object({ minimum: machine, recommended: machine.optional() }).nullish(),
})
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
