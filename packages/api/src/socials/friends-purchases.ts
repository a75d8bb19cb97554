import { type Db, games, licences, profiles, users } from '@kettle/db'
import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { cardsOf, type GameCard } from '../library/game-cards.ts'
import { friendIds, type PersonName, toPersonName } from './people.ts'

const ROW = 12
const RECENT_DAYS = 90
/** So many purchases are looked at: several may be of one game. */
const LOOKED_AT = 100

export interface FriendsPurchase extends GameCard {
  /** Who bought it, the latest first. */
  friends: PersonName[]
}

/** Games that friends bought lately, who don't hide it, the latest first, each once. */
export async function friendsPurchases(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
): Promise<FriendsPurchase[]> {
  const { db, clock, settings } = ctx.deps
  const now = clock.now()
  const rows = await db
    .select({ gameId: licences.gameId, id: users.id, name: users.name })
    .from(licences)
    .innerJoin(users, eq(users.id, licences.userId))
    .innerJoin(games, eq(games.id, licences.gameId))
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(
      and(
        inArray(licences.userId, friendIds(userId)),
        isNull(licences.revokedAt),
        gt(licences.acquiredAt, new Date(now.getTime() - RECENT_DAYS * 24 * 3600_000)),
        isNotNull(games.publishedAt),
        or(isNull(profiles.userId), ne(profiles.showsPurchases, 'nobody')),
      ),
    )
    .orderBy(desc(licences.acquiredAt), desc(licences.id))
    .limit(LOOKED_AT)
  const buyers = Map.groupBy(rows, (row) => row.gameId)
  const cards = await cardsOf(db, now, [...buyers.keys()].slice(0, ROW), ctx.locale, settings.currency)
  return cards.map((card) => ({ ...card, friends: (buyers.get(card.id) ?? []).slice(0, 3).map(toPersonName) }))
}

/** How many friends own a game and let it be seen, and some of them, who got it first. */
export async function friendsWithGame(
  { db }: { db: Db },
  userId: string,
  gameId: string,
): Promise<{ count: number; friends: PersonName[] }> {
  const rows = await db
    .select({ id: users.id, name: users.name, count: sql<number>`(count(*) over ())::int` })
    .from(licences)
    .innerJoin(users, eq(users.id, licences.userId))
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(
      and(
        eq(licences.gameId, gameId),
        inArray(licences.userId, friendIds(userId)),
        isNull(licences.revokedAt),
        or(isNull(profiles.userId), ne(profiles.showsLibrary, 'nobody')),
      ),
    )
    .orderBy(licences.acquiredAt, users.id)
    .limit(5)
  return { count: rows[0]?.count ?? 0, friends: rows.map(toPersonName) }
}
