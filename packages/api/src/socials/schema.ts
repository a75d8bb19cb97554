import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { cursorInput } from '../cursor-input.ts'
import { text } from '../text.ts'

/** A person's id; Postgres prints ids in lower case, and pairs are ordered by them. */
const userId = z.uuid().toLowerCase()

/** The longest message, in characters as people count them (code points). */
export const MESSAGE_MAX = 4000

/** Letters and digits that can't be taken for each other. */
export const FRIEND_CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const FRIEND_CODE_LENGTH = 8

/** The code within what somebody typed or pasted: the code with or without its dash, or a link that ends in it; else null. */
export function readFriendCode(text: string): string | null {
  const code = (/\/friend\/([\w-]+)\/?$/u.exec(text.trim())?.[1] ?? text).replaceAll(/[\s-]/gu, '').toUpperCase()
  if (code.length !== FRIEND_CODE_LENGTH) return null
  return [...code].every((letter) => FRIEND_CODE_LETTERS.includes(letter)) ? code : null
}

/** A code as it is shown: `K7QF-93XM`. */
export const showFriendCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

export const userInput = z.object({ userId })
export const findUsersInput = z.object({ query: text(60).trim().min(2, 'QUERY_TOO_SHORT') })
export const requestFriendInput = z
  .object({ userId: userId.optional(), code: text(200).optional() })
  .refine((input) => (input.userId === undefined) !== (input.code === undefined), 'USER_OR_CODE')
export const respondToRequestInput = z.object({ userId, accept: z.boolean() })

export const audiences = ['everyone', 'friends', 'nobody'] as const
const audience = z.enum(audiences)
export const noticeKinds = ['messages', 'requests', 'reviews', 'friendsOnline', 'friendsPlaying'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const saveSettingsInput = z.object({
  showsPlaying: audience.optional(),
  showsPurchases: audience.optional(),
  showsLibrary: audience.optional(),
  appearsOffline: z.boolean().optional(),
  notices: z.partialRecord(z.enum(noticeKinds), z.boolean()).optional(),
})

export const threadsInput = z.object({ cursor: cursorInput(), limit: z.int().min(1).max(100).default(50) }).prefault({})
export const messagesInput = z.object({
  userId,
  /** Only those that have these words. */
  query: z.string().max(1000).transform(cleanText).pipe(z.string().min(1).max(200)).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/u, 'CURSOR_INVALID')
    .nullish(),
  limit: z.int().min(1).max(100).default(50),
})
export const sendMessageInput = z.object({
  userId,
  /** Cleaned by the server; what is left must be 1 to 4,000 characters. */
  text: z.string().max(20_000, 'TEXT_TOO_LONG'),
  /** The sender's own name for this message: sent again under it, it is stored once. */
  clientId: z.string().regex(/^[\w-]{8,64}$/u, 'CLIENT_ID_INVALID'),
})
const seq = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const markThreadInput = z.object({ userId, readSeq: seq.optional(), deliveredSeq: seq.optional() })

export const availabilities = ['online', 'away'] as const
export const onEventInput = z
  .object({
    /** Where the stream stopped: the id of the last event. */
    lastEventId: z
      .string()
      .regex(/^\d{1,15}$/u, 'EVENT_ID_INVALID')
      .nullish(),
    /** The caller's own name for this page or launcher, for `setPresence`. */
    connectionId: z.uuid().optional(),
  })
  .prefault({})
export const setPresenceInput = z.object({ connectionId: z.uuid(), state: z.enum(availabilities) })

export const noticesInput = z
  .object({
    cursor: z
      .string()
      .regex(/^\d{1,15}$/u, 'CURSOR_INVALID')
      .nullish(),
    limit: z.int().min(1).max(100).default(30),
  })
  .prefault({})
export const seenNoticesInput = z.object({ seq })
export const activityInput = z
  .object({ cursor: cursorInput(), limit: z.int().min(1).max(100).default(30) })
  .prefault({})
export const gameInput = z.object({ gameId: z.uuid() })
