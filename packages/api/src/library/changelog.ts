import { builds, channels } from '@kettle/db'
import { and, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { requireLicence } from './ownership.ts'
import type { changelogInput } from './schema.ts'

/** What was new in one version, in the publisher's words. */
export interface ChangelogEntry {
  version: string
  notes: string
  /** ISO. */
  releasedAt: string
}

/** Of how many builds it tells. */
const LATEST = 50
/** `1.10` comes after `1.9`. */
const inOrder = new Intl.Collator('en', { numeric: true })

/**
 * What is new in a game, newest first: of the builds that its channel gives and of those before them. Nothing that was made
 * after them or calls itself newer: it may be waiting for its day. A version that several platforms have is told of once.
 * @throws DomainError NOT_OWNED
 */
export async function changelog(
  { db }: Pick<Deps, 'db'>,
  userId: string,
  { gameId, platform, channel }: z.infer<typeof changelogInput>,
): Promise<{ items: ChangelogEntry[] }> {
  await requireLicence(db, userId, gameId)
  const fits = platform ? inArray(channels.platform, [platform, 'any']) : undefined
  const live = alias(builds, 'live')
  // Keys of builds are in the order in which they were made.
  const upToIt = and(
    eq(channels.gameId, builds.gameId),
    eq(channels.platform, builds.platform),
    inArray(channels.channel, ['stable', channel]),
    lte(builds.id, channels.buildId),
  )
  const rows = await db
    .selectDistinct({
      id: builds.id,
      version: builds.version,
      notes: builds.notes,
      createdAt: builds.createdAt,
      liveVersion: live.version,
    })
    .from(builds)
    .innerJoin(channels, upToIt)
    .innerJoin(live, eq(live.id, channels.buildId))
    .where(and(eq(builds.gameId, gameId), ne(builds.notes, ''), fits))
    .orderBy(desc(builds.id))
    .limit(LATEST)
  const told = new Set<string>()
  const items: ChangelogEntry[] = []
  for (const { version, notes, createdAt, liveVersion } of rows) {
    if (told.has(version) || inOrder.compare(version, liveVersion) > 0) continue
    told.add(version)
    items.push({ version, notes, releasedAt: createdAt.toISOString() })
  }
  return { items }
}
