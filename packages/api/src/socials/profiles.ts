import { randomInt } from 'node:crypto'
import { type Db, profiles } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { presenceTopic } from '../ports/event-bus.ts'
import {
  FRIEND_CODE_LENGTH,
  FRIEND_CODE_LETTERS,
  type NoticeKind,
  noticeKinds,
  type saveSettingsInput,
  showFriendCode,
} from './schema.ts'

type Audience = 'everyone' | 'friends' | 'nobody'

export interface SocialSettings {
  /** `K7QF-93XM`: what one gives to a friend. */
  friendCode: string
  /** A page of the store that asks its visitor to become a friend. */
  friendLink: string
  showsPlaying: Audience
  showsPurchases: Audience
  showsLibrary: Audience
  appearsOffline: boolean
  /** Which notices pop up. */
  notices: Record<NoticeKind, boolean>
}

/** How the caller wants to be seen. */
export async function readSettings(deps: Pick<Deps, 'db' | 'settings'>, userId: string): Promise<SocialSettings> {
  const { userId: _mine, friendCode, notices, ...shown } = await ensureProfile(deps.db, userId)
  return {
    ...shown,
    friendCode: showFriendCode(friendCode),
    friendLink: `${deps.settings.publicUrl}/friend/${friendCode}`,
    notices: Object.fromEntries(noticeKinds.map((kind) => [kind, notices[kind] ?? true])) as Record<
      NoticeKind,
      boolean
    >,
  }
}

/** Changes what is given and leaves the rest; friends who look on are told at once. */
export async function saveSettings(
  deps: Pick<Deps, 'db' | 'settings' | 'events'>,
  userId: string,
  { notices, ...shown }: z.infer<typeof saveSettingsInput>,
): Promise<SocialSettings> {
  await ensureProfile(deps.db, userId)
  await deps.db.transaction(async (tx) => {
    const mine = eq(profiles.userId, userId)
    const [profile] = await tx.select().from(profiles).where(mine).for('update')
    await tx
      .update(profiles)
      .set({ ...shown, notices: { ...profile?.notices, ...notices } })
      .where(mine)
  })
  deps.events.publish(presenceTopic(userId), {})
  return readSettings(deps, userId)
}

/** Makes the friend code anew: links with the old one lead nowhere from now on. */
export async function renewFriendCode(deps: Pick<Deps, 'db' | 'settings'>, userId: string): Promise<SocialSettings> {
  await ensureProfile(deps.db, userId)
  await withFreshCode((friendCode) =>
    deps.db.transaction((tx) => tx.update(profiles).set({ friendCode }).where(eq(profiles.userId, userId))),
  )
  return readSettings(deps, userId)
}

/** The caller's row, made when it is first asked for. */
async function ensureProfile(db: Db, userId: string): Promise<typeof profiles.$inferSelect> {
  const read = () => db.select().from(profiles).where(eq(profiles.userId, userId))
  const [known] = await read()
  if (known) return known
  await withFreshCode((friendCode) =>
    db.transaction((tx) =>
      tx.insert(profiles).values({ userId, friendCode }).onConflictDoNothing({ target: profiles.userId }),
    ),
  )
  const [made] = await read()
  if (!made) throw new DomainError('INTERNAL')
  return made
}

/** Tries codes until one is free: of 32^8 hardly any is taken. */
async function withFreshCode(write: (friendCode: string) => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const letters = Array.from({ length: FRIEND_CODE_LENGTH }, () => FRIEND_CODE_LETTERS[randomInt(32)])
    try {
      await write(letters.join(''))
      return
    } catch (error) {
      if (tries >= 5 || !violates(error, 'profiles_friend_code')) throw error
    }
  }
}
