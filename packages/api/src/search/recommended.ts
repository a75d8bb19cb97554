import { games } from '@kettle/db'
import { inArray, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { cardsOf, type GameCard, inLocale } from '../library/game-cards.ts'
import { tagName } from '../library/tag-names.ts'

/** Why a game is shown: people who own `title` own it too, or it shares tags with what the caller owns. */
export type RecommendedReason = { kind: 'owned'; slug: string; title: string } | { kind: 'tags'; tags: string[] }

export type Recommended = GameCard & { reason: RecommendedReason }

const ROW = 12
/** The newest of one's own games, and the newest other owners of each: enough to see what goes together. */
const OWN_GAMES = 20
const OTHERS = 100
/** Tags are compared among so many of the best known games. */
const KNOWN_POOL = 3_000
const TAGS_COMPARED = 8

/** Games for one person: first what people own who own the same, then what has the same tags. */
export async function recommended(ctx: Pick<Context, 'deps' | 'locale'>, userId: string): Promise<Recommended[]> {
  const { clock, db, settings } = ctx.deps
  const together = await ownedTogether(ctx.deps, userId)
  const alike = together.length < ROW ? await sharingTags(ctx.deps, userId) : []
  const byId = new Map<string, RecommendedReason>()
  const because = [...new Set(together.map(({ because }) => because))]
  const owned =
    because.length > 0
      ? await db
          .select({ id: games.id, slug: games.slug, title: games.title })
          .from(games)
          .where(inArray(games.id, because))
      : []
  for (const { id, because } of together) {
    const game = owned.find((one) => one.id === because)
    if (game) byId.set(id, { kind: 'owned', slug: game.slug, title: inLocale(game.title, ctx.locale) })
  }
  for (const { id, tags } of alike)
    if (!byId.has(id)) byId.set(id, { kind: 'tags', tags: tags.map((tag) => tagName(tag, ctx.locale)) })
  const ids = [...byId.keys()].slice(0, ROW)
  const cards = await cardsOf(db, clock.now(), ids, ctx.locale, settings.currency)
  return cards.flatMap((card) => {
    const reason = byId.get(card.id)
    return reason ? [{ ...card, reason }] : []
  })
}

/** What others own beside a game of one's own; what everybody owns anyway counts less. */
async function ownedTogether(
  { db }: Pick<Context['deps'], 'db'>,
  userId: string,
): Promise<{ id: string; because: string }[]> {
  const rows = await db.execute<{ id: string; because: string }>(sql`
    with mine as (
      select game_id from licences where user_id = ${userId} and revoked_at is null order by acquired_at desc limit ${OWN_GAMES}),
    pairs as (
      select theirs.game_id, mine.game_id as because, count(*) as times
      from mine
      cross join lateral (select user_id from licences where game_id = mine.game_id and revoked_at is null and user_id <> ${userId}
        order by acquired_at desc nulls last limit ${OTHERS}) others
      join licences theirs on theirs.user_id = others.user_id and theirs.revoked_at is null
      where theirs.game_id not in (select game_id from licences where user_id = ${userId} and revoked_at is null)
      group by theirs.game_id, mine.game_id)
    select p.game_id as id, (array_agg(p.because order by p.times desc, p.because))[1] as because
    from pairs p join games g on g.id = p.game_id and g.published_at is not null
    join game_stats s on s.game_id = p.game_id
    group by p.game_id, s.purchases order by sum(p.times) / sqrt(10 + s.purchases) desc, p.game_id limit ${ROW}`)
  return [...rows]
}

async function sharingTags(
  { db }: Pick<Context['deps'], 'db'>,
  userId: string,
): Promise<{ id: string; tags: string[] }[]> {
  const rows = await db.execute<{ id: string; tags: string[] }>(sql`
    with mine as (select game_id from licences where user_id = ${userId} and revoked_at is null),
    liked as (
      select owned.tag, count(*) / ln(3 + coalesce(max(t.games), 0)) as worth
      from mine join games g on g.id = mine.game_id cross join unnest(g.tags || g.genres) as owned(tag)
      left join search_terms t on t.term = '#' || owned.tag
      group by owned.tag order by worth desc limit ${TAGS_COMPARED}),
    known as (select game_id, prior from game_search where published order by prior desc nulls last, game_id desc nulls last limit ${KNOWN_POOL})
    select g.id, to_json((array_agg(liked.tag order by liked.worth desc, liked.tag))[1:3]) as tags
    from known join games g on g.id = known.game_id cross join unnest(g.tags || g.genres) as has(tag) join liked on liked.tag = has.tag
    where g.id not in (select game_id from mine)
    group by g.id, known.prior order by sum(liked.worth) + known.prior * 0.01 desc, g.id limit ${ROW}`)
  return [...rows]
}
