import { builds, channels, type Db, games } from '@kettle/db'
import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import type { promoteInput, saveGameInput } from './schema.ts'

/** The publisher's own game, or NOT_FOUND; an admin's are all. With `lock` nobody else changes it until the transaction ends. */
export async function requireOwnGame(db: Db, user: SignedInUser, gameId: string, lock?: 'lock') {
  const query = db
    .select()
    .from(games)
    .where(and(eq(games.id, gameId), user.role === 'admin' ? undefined : eq(games.ownerId, user.id)))
  const [game] = await (lock ? query.for('update') : query)
  if (!game) throw new DomainError('NOT_FOUND')
  return game
}

/** Makes a game of the publisher's, or changes one. */
export async function saveGame(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  input: z.infer<typeof saveGameInput>,
): Promise<{ id: string; slug: string }> {
  const { id, published, ...fields } = input
  const known = id ? await requireOwnGame(deps.db, user, id) : null
  const publishedAt = published ? (known?.publishedAt ?? deps.clock.now()) : null
  try {
    const [saved] = await deps.db.transaction((tx) =>
      known
        ? tx
            .update(games)
            .set({ ...fields, publishedAt })
            .where(eq(games.id, known.id))
            .returning()
        : tx
            .insert(games)
            .values({ ...fields, publishedAt, ownerId: user.id })
            .returning(),
    )
    if (!saved) throw new DomainError('NOT_FOUND')
    return { id: saved.id, slug: saved.slug }
  } catch (error) {
    if (violates(error, 'games_slug_unique')) throw new DomainError('SLUG_TAKEN', { fields: { slug: 'SLUG_TAKEN' } })
    throw error
  }
}

export interface BuildView {
  id: string
  platform: string
  version: string
  manifestSha256: string
  installBytes: number
  downloadBytes: number
  fileCount: number
  /** What is new in it; empty when nothing was said. */
  notes: string
  /** Channels that give it to players now. */
  channels: string[]
  /** ISO. */
  createdAt: string
}

/** All builds of a game of one's own, newest first. */
export async function listBuilds(db: Db, user: SignedInUser, gameId: string): Promise<BuildView[]> {
  await requireOwnGame(db, user, gameId)
  const rows = await db.select().from(builds).where(eq(builds.gameId, gameId)).orderBy(desc(builds.id))
  const live = await db.select().from(channels).where(eq(channels.gameId, gameId))
  return rows.map(({ createdAt, createdBy: _by, launch: _launch, gameId: _game, ...build }) => ({
    ...build,
    channels: live.filter((row) => row.buildId === build.id).map((row) => row.channel),
    createdAt: createdAt.toISOString(),
  }))
}

/** Gives a build to the players of a channel. An older one again is a roll-back. */
export async function promote(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  { buildId, channel }: z.infer<typeof promoteInput>,
): Promise<void> {
  const [build] = await deps.db.select().from(builds).where(eq(builds.id, buildId))
  if (!build) throw new DomainError('NOT_FOUND')
  const { gameId, platform } = build
  await requireOwnGame(deps.db, user, gameId)
  const promotedAt = deps.clock.now()
  const set = deps.db.transaction((tx) =>
    tx
      .insert(channels)
      .values({ gameId, platform, channel, buildId, promotedAt })
      .onConflictDoUpdate({
        target: [channels.gameId, channels.platform, channels.channel],
        set: { buildId, promotedAt },
      }),
  )
  await set.catch((error: unknown) => {
    // Removed in the meantime.
    if (violates(error, 'channels_build_id_builds_id_fk')) throw new DomainError('NOT_FOUND')
    throw error
  })
}
