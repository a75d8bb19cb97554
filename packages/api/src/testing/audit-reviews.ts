import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'

/** Where the counts of reviews differ from a recount, as sentences; empty when they are right. Imported games bring counts from elsewhere. Reads only. */
export async function auditReviews(db: Db): Promise<string[]> {
  const checks: [string, ReturnType<typeof sql>][] = [
    [
      'a game counts other reviews than it has',
      sql`select s.game_id, s.review_count, s.review_positive, r.total, r.positive from game_stats s
        join games g on g.id = s.game_id and g.catalog_ref is null
        cross join lateral (select count(*)::int as total, (count(*) filter (where recommended))::int as positive
          from reviews where game_id = s.game_id and hidden_at is null) r
        where (s.review_count, s.review_positive) <> (r.total, r.positive)`,
    ],
    [
      'a review counts other votes than it has',
      sql`select r.id, r.helpful, r.unhelpful, v.* from reviews r
        cross join lateral (select (count(*) filter (where helpful))::int as up, (count(*) filter (where not helpful))::int as down
          from review_votes where review_id = r.id) v
        where (r.helpful, r.unhelpful) <> (v.up, v.down)`,
    ],
    [
      'somebody voted for their own review',
      sql`select r.id from reviews r join review_votes v on v.review_id = r.id and v.user_id = r.user_id`,
    ],
    [
      'a review is hidden and waits for nobody',
      sql`select id from reviews r where hidden_at is not null and removed_at is null
        and not exists (select from reports where kind = 'review' and target_id = r.id::text and judged_at is null)`,
    ],
  ]
  const wrong: string[] = []
  for (const [sentence, query] of checks) {
    const rows = await db.execute(query)
    if (rows.length > 0) wrong.push(`${sentence}: ${JSON.stringify(rows.slice(0, 5))}`)
  }
  return wrong
}
