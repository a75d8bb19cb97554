import type { LocalText } from '@kettle/db'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { cursorCodec, cursorMoment } from '../cursor.ts'
import { inLocale, picturePath } from '../library/game-cards.ts'
import { friendIds, type PersonName, toPersonName } from './people.ts'
import type { activityInput } from './schema.ts'

/** One thing that a friend did. */
export interface Activity {
  kind: 'bought' | 'reviewed' | 'played'
  user: PersonName
  game: { id: string; slug: string; title: string; cover: string | null }
  /** Of a review: thumb up or down. */
  recommended: boolean | null
  /** Of playing: seconds on that day, and the last of it counts as `at`. */
  playedSeconds: number | null
  /** ISO. */
  at: string
}

/** Nobody reads further back. */
const DAYS = 90

const activityCursor = cursorCodec(
  'activity',
  z.tuple([cursorMoment, z.string().regex(/^(bought|reviewed|played)[0-9a-f-]{72}$/u)]),
)

/** What friends bought, reviewed and played (a game and day once), as far as they show it; the latest first, by keyset. */
export async function activity(
  { deps: { db, clock }, locale }: Pick<Context, 'deps' | 'locale'>,
  userId: string,
  { cursor, limit }: z.infer<typeof activityInput>,
): Promise<{ items: Activity[]; nextCursor: string | null }> {
  const since = new Date(clock.now().getTime() - DAYS * 24 * 3600_000).toISOString()
  const [at, key] = activityCursor.read(cursor) ?? []
  const rows = await db.execute<Row>(sql`
    with friend as (
      select u.id, u.name, coalesce(p.shows_purchases, 'friends') <> 'nobody' as shows_purchases,
        coalesce(p.shows_playing, 'friends') <> 'nobody' as shows_playing
      from users u left join profiles p on p.user_id = u.id where u.id in ${friendIds(userId)}),
    deed as (
      select 'bought' as kind, f.id as user_id, f.name, l.game_id, null::boolean as recommended, null::int as played, l.acquired_at as at
      from friend f join licences l on l.user_id = f.id
      where f.shows_purchases and l.revoked_at is null and l.acquired_at > ${since}::timestamptz
      union all
      select 'reviewed', f.id, f.name, r.game_id, r.recommended, null, r.created_at
      from friend f join reviews r on r.user_id = f.id
      where r.hidden_at is null and r.created_at > ${since}::timestamptz
      union all
      select 'played', f.id, f.name, s.game_id, null,
        sum(extract(epoch from s.last_heard_at - s.started_at))::int, max(s.last_heard_at)
      from friend f join play_sessions s on s.user_id = f.id
      where f.shows_playing and s.started_at > ${since}::timestamptz and s.last_heard_at > s.started_at
      group by f.id, f.name, s.game_id, date_trunc('day', s.started_at at time zone 'utc'))
    select d.kind, d.user_id as "userId", d.name, d.recommended, d.played, to_json(d.at) #>> '{}' as at,
      d.kind || d.user_id || d.game_id as key, g.id as "gameId", g.slug, g.title, g.cover
    from deed d join games g on g.id = d.game_id and g.published_at is not null
    ${at ? sql`where (d.at, d.kind || d.user_id || d.game_id) < (${at}::timestamptz, ${key})` : sql``}
    order by d.at desc, key desc limit ${limit + 1}`)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      kind: row.kind,
      user: toPersonName({ id: row.userId, name: row.name }),
      game: { id: row.gameId, slug: row.slug, title: inLocale(row.title, locale), cover: picturePath(row.cover) },
      ...{ recommended: row.recommended, playedSeconds: row.played, at: new Date(row.at).toISOString() },
    })),
    nextCursor: rows.length > limit && last ? activityCursor.write([last.at, last.key]) : null,
  }
}

interface Row extends Record<string, unknown> {
  kind: Activity['kind']
  userId: string
  name: string
  recommended: boolean | null
  played: number | null
  at: string
  key: string
  gameId: string
  slug: string
  title: LocalText
  cover: string | null
}
