import { builds, channels, type Db } from '@kettle/db'
import { desc, eq } from 'drizzle-orm'
import type { SignedInUser } from '../context.ts'
import { requireOwnGame } from './own.ts'

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
