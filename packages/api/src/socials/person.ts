import { games, licences, profiles } from '@kettle/db'
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { cardsOf, type GameCard } from '../library/game-cards.ts'
import { findPerson, friendIds, type PersonName, type Relation, relationOf } from './people.ts'
import { type Presence, presenceOf } from './presence.ts'
import { findByCode } from './request-friend.ts'
import { readFriendCode } from './schema.ts'

const GAMES_SHOWN = 60

export interface Person {
  user: PersonName
  relation: Relation
  /** For friends only. */
  presence: Presence | null
  friendsInCommon: number
  /** Their games, the latest first; null where they don't show them to the caller. */
  library: { count: number; items: GameCard[] } | null
}

/** Somebody's page, as far as they show it to the caller; NOT_FOUND where one has blocked the other. */
export async function person(
  ctx: Pick<Context, 'deps' | 'locale'>,
  callerId: string,
  otherId: string,
): Promise<Person> {
  const { db } = ctx.deps
  const user = await findPerson(db, callerId, otherId)
  const relation = await relationOf(db, callerId, otherId)
  const [profile] = await db.select().from(profiles).where(eq(profiles.userId, otherId))
  const shows = profile?.showsLibrary ?? 'friends'
  const seesLibrary = relation === 'self' || shows === 'everyone' || (shows === 'friends' && relation === 'friends')
  const seesPresence = relation === 'self' || relation === 'friends'
  const [common] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${friendIds(callerId)} intersect ${friendIds(otherId)}) shared`,
  )
  return {
    ...{ user, relation },
    presence: seesPresence ? ((await presenceOf(ctx, [otherId])).get(otherId) ?? null) : null,
    friendsInCommon: relation === 'self' ? 0 : (common?.count ?? 0),
    library: seesLibrary ? await libraryOf(ctx, otherId) : null,
  }
}

/** Who a friend code or link belongs to, so that one sees whom one asks. */
export async function personByCode(
  ctx: Pick<Context, 'deps' | 'locale'>,
  callerId: string,
  code: string,
): Promise<Person> {
  if (!readFriendCode(code)) throw new DomainError('NOT_FOUND')
  return person(ctx, callerId, await findByCode(ctx.deps.db, code))
}

async function libraryOf({ deps, locale }: Pick<Context, 'deps' | 'locale'>, userId: string) {
  const { db, clock, settings } = deps
  const theirs = and(eq(licences.userId, userId), isNull(licences.revokedAt))
  const rows = await db
    .select({ gameId: licences.gameId, count: sql<number>`(count(*) over ())::int` })
    .from(licences)
    .innerJoin(games, and(eq(games.id, licences.gameId), isNotNull(games.publishedAt)))
    .where(theirs)
    .orderBy(desc(licences.acquiredAt), desc(licences.id))
    .limit(GAMES_SHOWN)
  const ids = rows.map(({ gameId }) => gameId)
  return { count: rows[0]?.count ?? 0, items: await cardsOf(db, clock.now(), ids, locale, settings.currency) }
}
