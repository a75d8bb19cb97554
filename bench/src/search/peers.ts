import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'

/** Slugs of the first ten. */
export type Search = (query: string) => Promise<string[]>

/** What anybody would build in an afternoon: one weighted vector of both languages, and trigrams of the titles. */
export async function preparePeers(url: string): Promise<void> {
  await withSql(url, async (client) => {
    await client.unsafe(`
      create table plain_search as select id, slug, title->>'en' as title,
        setweight(to_tsvector('english', title->>'en'), 'A') || setweight(to_tsvector('russian', title->>'ru'), 'A') ||
        setweight(to_tsvector('english', array_to_string(tags || genres, ' ')), 'B') ||
        setweight(to_tsvector('english', short_description->>'en'), 'C') || setweight(to_tsvector('russian', short_description->>'ru'), 'C') ||
        setweight(to_tsvector('english', description->>'en'), 'D') || setweight(to_tsvector('russian', description->>'ru'), 'D') as vector
      from games;
      create index on plain_search using gin (vector);
      create index on plain_search using gin (title gin_trgm_ops);
      analyze plain_search`)
  })
}

const tsquery = (query: string) =>
  sql`(select websearch_to_tsquery('english', ${query}) || websearch_to_tsquery('russian', ${query}) as q)`

export function plain(db: Db): Search {
  return async (query) =>
    slugs(
      await db.execute(
        sql`select slug from plain_search, ${tsquery(query)} as asked where vector @@ q order by ts_rank_cd(vector, q) desc limit 10`,
      ),
    )
}

export function withTrigrams(db: Db): Search {
  return async (query) =>
    slugs(
      await db.execute(sql`select slug from plain_search, ${tsquery(query)} as asked where vector @@ q or title % ${query}
        order by ts_rank_cd(vector, q) + similarity(title, ${query}) desc limit 10`),
    )
}

/** Copies all games under new names until there are so many. */
export async function multiply(url: string, wanted: number): Promise<void> {
  await withSql(url, async (client) => {
    const [row] = await client`select count(*)::int as games from games`
    const games: number = row?.games ?? 0
    await client.unsafe(`set session_replication_role = replica`)
    for (let copy = 1; games * (copy + 1) <= wanted + games; copy++) {
      const limit = Math.min(games, wanted - games * copy)
      await client.unsafe(`
        create temp table copied as select id, gen_random_uuid() as copy from games where catalog_ref not like 'copy:%' order by id limit ${limit};
        insert into games (id, slug, title, short_description, description, developer, publisher, release_date, tags, genres, platforms, base_price, published_at, catalog_ref)
          select c.copy, g.slug || '-copy-${copy}', g.title, g.short_description, g.description, g.developer, g.publisher, g.release_date, g.tags, g.genres,
            g.platforms, g.base_price, g.published_at, 'copy:${copy}:' || g.slug from copied c join games g using (id);
        insert into game_stats (game_id, review_count, review_positive, imported_popularity)
          select c.copy, s.review_count / 2, s.review_positive / 2, s.imported_popularity - 1 from copied c join game_stats s on s.game_id = c.id;
        insert into game_search (game_id, published, document, titles, title_words, prior)
          select c.copy, s.published, s.document, s.titles, s.title_words, greatest(0, s.prior - 1) from copied c join game_search s on s.game_id = c.id;
        insert into plain_search select c.copy, p.slug || '-copy-${copy}', p.title, p.vector from copied c join plain_search p using (id);
        drop table copied`)
    }
    await client.unsafe('set session_replication_role = default')
    await client.unsafe('select kettle_recount_all()')
    for (const table of ['games', 'game_stats', 'game_search', 'plain_search', 'search_terms', 'search_words'])
      await client.unsafe(`vacuum (analyze) ${table}`)
  })
}

async function withSql(url: string, work: (client: postgres.Sql) => Promise<void>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await work(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}

function slugs(rows: Iterable<Record<string, unknown>>): string[] {
  return [...rows].map(({ slug }) => String(slug))
}
