import { z } from 'zod'
import { platforms } from '../search/schema.ts'

export const buildPlatform = z.enum(platforms)
export const channelSchema = z.enum(['stable', 'beta'])
export const versionSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/u, 'VERSION_INVALID')
const localText = (max: number) =>
  z.object({ en: z.string().trim().min(1).max(max), ru: z.string().trim().min(1).max(max) })

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
  title: localText(120),
  shortDescription: localText(400),
  description: localText(20_000),
  developer: z.string().trim().min(1).max(120),
  publisher: z.string().trim().min(1).max(120),
  releaseDate: z.iso.date(),
  tags: z.array(z.string().trim().toLowerCase().min(1).max(50)).max(20).default([]),
  platforms: z.array(buildPlatform).min(1).max(4),
  /** Minor units of the store's currency; 0 is free. */
  basePrice: z.int().min(0).max(100_000_000),
  published: z.boolean().default(false),
})
export const pictureInput = z.object({ gameId: z.uuid(), kind: z.enum(['cover', 'header', 'screenshot']) })
export const removeScreenshotInput = z.object({ gameId: z.uuid(), path: z.string().max(200) })
export const createUploadInput = z.object({ gameId: z.uuid(), platform: buildPlatform, version: versionSchema })
export const finishUploadInput = z.object({ uploadId: z.uuid() })
export const buildsInput = z.object({ gameId: z.uuid() })
export const promoteInput = z.object({ buildId: z.uuid(), channel: channelSchema.default('stable') })
