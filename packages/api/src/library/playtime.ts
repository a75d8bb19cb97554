import { type Db, playSessions, prepared } from '@kettle/db'
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { presenceTopic } from '../ports/event-bus.ts'
import { requireLicence } from './ownership.ts'
import { HEARTBEAT_GRACE_SECONDS } from './schema.ts'

export interface Played {
  gameId: string
  playtimeSeconds: number
  lastPlayedAt: Date | null
}

/** A condition of prepared statements: the game that was asked for, or any when none was. */
export function isWanted(gameId: PgColumn): SQL {
  const wanted = sql.placeholder('gameId')
  return sql`(${wanted}::uuid is null or ${gameId} = ${wanted}::uuid)`
}

const playtimesOf = prepared((db) => {
  const spans = db
    .select({
      gameId: playSessions.gameId,
      span: sql`unnest(range_agg(tstzrange(${playSessions.startedAt}, ${playSessions.lastHeardAt})))`.as('span'),
      last: sql`max(${playSessions.lastHeardAt})`.as('last'),
    })
    .from(playSessions)
    .where(and(eq(playSessions.userId, sql.placeholder('userId')), isWanted(playSessions.gameId)))
    .groupBy(playSessions.gameId)
    .as('spans')
  return db
    .select({
      gameId: spans.gameId,
      playtimeSeconds: sql<number>`coalesce(sum(extract(epoch from upper(${spans.span}) - lower(${spans.span}))), 0)::int`,
      lastPlayedAt: sql<string>`to_json(max(${spans.last}))`,
    })
    .from(spans)
    .groupBy(spans.gameId)
    .prepare('playtimes_of')
})

/** What a user played, per game: the union of the sittings, so that two launchers at once count once. */
export async function playtimes(db: Db, userId: string, gameId?: string): Promise<Map<string, Played>> {
  const rows = await playtimesOf(db).execute({ userId, gameId: gameId ?? null })
  return new Map(rows.map((row) => [row.gameId, { ...row, lastPlayedAt: new Date(row.lastPlayedAt) }]))
}

/** Opens a sitting at an owned game. */
export async function startPlaying(
  deps: Pick<Deps, 'db' | 'clock' | 'events' | 'limiter'>,
  userId: string,
  gameId: string,
): Promise<{ playSessionId: string }> {
  // Every friend's open page is told of it.
  await deps.limiter.take('startPlayingUser', userId)
  await requireLicence(deps.db, userId, gameId)
  const now = deps.clock.now()
  const [row] = await deps.db.transaction((tx) =>
    tx
      .insert(playSessions)
      .values({ userId, gameId, startedAt: now, lastHeardAt: now })
      .returning({ id: playSessions.id }),
  )
  if (!row) throw new DomainError('INTERNAL')
  deps.events.publish(presenceTopic(userId), {})
  return { playSessionId: row.id }
}

/** Tells that the game is still played. After too long a silence the sitting is over: PLAY_SESSION_ENDED. */
export function heartbeat(deps: Pick<Deps, 'db' | 'clock'>, userId: string, playSessionId: string): Promise<void> {
  return hear(deps, userId, playSessionId, false)
}

/** Ends a sitting now. */
export async function stopPlaying(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  userId: string,
  playSessionId: string,
): Promise<void> {
  await hear(deps, userId, playSessionId, true)
  deps.events.publish(presenceTopic(userId), {})
}

async function hear(
  deps: Pick<Deps, 'db' | 'clock'>,
  userId: string,
  playSessionId: string,
  ends: boolean,
): Promise<void> {
  const now = deps.clock.now()
  const alive = new Date(now.getTime() - HEARTBEAT_GRACE_SECONDS * 1000)
  const mine = and(eq(playSessions.id, playSessionId), eq(playSessions.userId, userId))
  const heard = await deps.db.transaction((tx) =>
    tx
      .update(playSessions)
      // A heartbeat that overtook another must not turn the time back.
      .set({
        lastHeardAt: sql`greatest(${playSessions.lastHeardAt}, ${now.toISOString()}::timestamptz)`,
        endedAt: ends ? now : null,
      })
      .where(and(mine, isNull(playSessions.endedAt), gt(playSessions.lastHeardAt, alive)))
      .returning({ id: playSessions.id }),
  )
  if (heard.length > 0) return
  const [known] = await deps.db.select({ id: playSessions.id }).from(playSessions).where(mine)
  if (!known) throw new DomainError('NOT_FOUND')
  if (!ends) throw new DomainError('PLAY_SESSION_ENDED')
}
