import { games, reports, reviews, users } from '@kettle/db'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { inLocale } from '../library/game-cards.ts'
import { type PersonName, toPersonName } from './people.ts'
import type { reportKinds, reportReasons, reportsInput } from './review-schema.ts'

/** Voices that are shown of one thing's; `total` counts all. */
const VOICES = 20

export interface ReportedThing {
  kind: (typeof reportKinds)[number]
  targetId: string
  /** Whose it is. */
  accused: PersonName
  /** What it said when it was last reported. */
  excerpt: string
  total: number
  voices: { by: PersonName; reason: (typeof reportReasons)[number]; note: string; at: string }[]
  /** Of a review: where it stands, what it says now, and whether it is hidden already. */
  review: { game: { slug: string; title: string }; recommended: boolean; text: string; hidden: boolean } | null
}

/** What waits for moderators: things with open reports, the longest waiting first. `cursor` is the first report of the last thing seen. */
export async function listReports(
  ctx: Pick<Context, 'deps' | 'locale'>,
  { cursor, limit }: z.infer<typeof reportsInput>,
): Promise<{ items: ReportedThing[]; nextCursor: string | null }> {
  const { db } = ctx.deps
  const things = await db.execute<{ kind: ReportedThing['kind']; target: string; first: string; total: number }>(sql`
    select kind, target_id as target, (array_agg(id order by id))[1]::text as first, count(*)::int as total
    from ${reports} where judged_at is null group by kind, target_id
    having ${cursor ? sql`(array_agg(id order by id))[1] > ${cursor}::uuid` : sql`true`}
    order by first limit ${limit + 1}`)
  const page = things.slice(0, limit)
  if (page.length === 0) return { items: [], nextCursor: null }
  const targets = page.map(({ target }) => target)
  const ids = page.flatMap(({ kind, target }) => (kind === 'review' ? target : []))
  const [voices, accused, reported] = await Promise.all([
    db
      .select({ report: reports, by: { id: users.id, name: users.name } })
      .from(reports)
      .innerJoin(users, eq(users.id, reports.reporterId))
      .where(and(inArray(reports.targetId, targets), isNull(reports.judgedAt)))
      .orderBy(asc(reports.id)),
    db
      .selectDistinctOn([reports.accusedId], { id: users.id, name: users.name })
      .from(reports)
      .innerJoin(users, eq(users.id, reports.accusedId))
      .where(and(inArray(reports.targetId, targets), isNull(reports.judgedAt))),
    db
      .select({ review: reviews, slug: games.slug, title: games.title })
      .from(reviews)
      .innerJoin(games, eq(games.id, reviews.gameId))
      .where(inArray(reviews.id, ids)),
  ])
  const items = page.flatMap(({ kind, target, total }): ReportedThing[] => {
    const here = voices.filter(({ report }) => report.kind === kind && report.targetId === target)
    const last = here.at(-1)?.report
    const whose = accused.find(({ id }) => id === last?.accusedId)
    // Judged or gone since the first of these reads.
    if (!last || !whose) return []
    const found = kind === 'review' ? reported.find(({ review }) => review.id === target) : undefined
    return [
      {
        ...{ kind, targetId: target, total, accused: toPersonName(whose), excerpt: last.excerpt },
        voices: here.slice(-VOICES).map(({ report, by }) => ({
          ...{ by: toPersonName(by), reason: report.reason, note: report.note },
          at: report.createdAt.toISOString(),
        })),
        review: found
          ? {
              game: { slug: found.slug, title: inLocale(found.title, ctx.locale) },
              ...{ recommended: found.review.recommended, text: found.review.text },
              hidden: found.review.hiddenAt !== null,
            }
          : null,
      },
    ]
  })
  return { items, nextCursor: things.length > limit ? (page.at(-1)?.first ?? null) : null }
}
