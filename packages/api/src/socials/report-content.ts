import { type Db, licences, messages, reports, reviews, threads, users } from '@kettle/db'
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { notBlockedBy, pairOf } from './people.ts'
import { holdPerson, lockReview, lockWriter, recount } from './review-locks.ts'
import { REPORTS_THAT_HIDE, type reportContentInput } from './review-schema.ts'

/** An account counts from then on. */
const GROWN_MS = 3 * 24 * 3600_000

type Input = z.infer<typeof reportContentInput>
interface Target {
  accusedId: string
  excerpt: string
  /** What reports call it, where that is not what the caller does. */
  reportedId?: string
}

/**
 * Tells moderators of something that should not stand here; once per person and thing, a second time changes nothing.
 * NOT_FOUND for what the caller can't see, FORBIDDEN for one's own. Open reports hide a review until it is judged once they weigh as
 * much as five owners' (see `hideIfMany`).
 */
export async function reportContent(
  { db, clock, limiter }: Pick<Deps, 'db' | 'clock' | 'limiter'>,
  userId: string,
  { kind, targetId: calledId, reason, note }: Input,
): Promise<void> {
  await limiter.take('reportUser', userId)
  await db.transaction(async (tx) => {
    const target = await finders[kind](tx, calledId, userId)
    if (!target) throw new DomainError('NOT_FOUND')
    if (target.accusedId === userId) throw new DomainError('FORBIDDEN', { message: 'This is your own' })
    const targetId = target.reportedId ?? calledId
    await lockWriter(tx, userId)
    await holdPerson(tx, target.accusedId)
    const review = kind === 'review' ? await lockReview(tx, targetId) : undefined
    if (kind === 'review' && (!review || review.removedAt)) throw new DomainError('NOT_FOUND')
    const excerpt = review?.text ?? target.excerpt
    const mine = and(eq(reports.reporterId, userId), eq(reports.kind, kind), eq(reports.targetId, targetId))
    const [before] = await tx
      .select({ judgedAt: reports.judgedAt })
      .from(reports)
      .where(mine)
      .orderBy(desc(reports.id))
      .limit(1)
    // What was judged is judged, until a review says something else. People can do wrong again.
    const said = review && (review.editedAt ?? review.createdAt)
    if (before && (!before.judgedAt || kind === 'message' || (said && said <= before.judgedAt))) return
    await tx.insert(reports).values({
      ...{ reporterId: userId, kind, targetId, accusedId: target.accusedId },
      ...{ reason, note, excerpt, createdAt: clock.now() },
    })
    if (review && !review.hiddenAt) await hideIfMany(tx, review, clock.now())
  })
}

/**
 * Hides a review that enough people find wrong: an owner of the game counts as one, anybody else as a half, and an account of the last
 * days as nothing, so that nobody hides a review by making accounts. Words that a moderator has kept stay until one judges again.
 */
async function hideIfMany(tx: Db, review: typeof reviews.$inferSelect, now: Date): Promise<void> {
  const ofReview = and(eq(reports.kind, 'review'), eq(reports.targetId, review.id))
  const [kept] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(ofReview, eq(reports.verdict, 'kept'), gte(reports.judgedAt, review.editedAt ?? review.createdAt)))
    .limit(1)
  if (kept) return
  const grown = new Date(now.getTime() - GROWN_MS).toISOString()
  const owns = sql`exists (select from ${licences} where ${licences.userId} = ${reports.reporterId}
    and ${licences.gameId} = ${review.gameId} and ${licences.revokedAt} is null)`
  const [open] = await tx
    .select({ weight: sql<number>`coalesce(sum(case when ${owns} then 1 else 0.5 end), 0)::float8` })
    .from(reports)
    .innerJoin(users, eq(users.id, reports.reporterId))
    .where(and(ofReview, isNull(reports.judgedAt), sql`${users.registerDate} < ${grown}::timestamptz`))
  if (!open || open.weight < REPORTS_THAT_HIDE) return
  await tx.update(reviews).set({ hiddenAt: now }).where(eq(reviews.id, review.id))
  await recount(tx, review.gameId, review.recommended, null)
}

/** Whose a thing is, and what it says. */
const finders: Record<Input['kind'], (tx: Db, targetId: string, userId: string) => Promise<Target | undefined>> = {
  async review(tx, targetId, userId) {
    const [row] = await tx
      .select({ accusedId: reviews.userId, excerpt: reviews.text })
      .from(reviews)
      .where(and(eq(reviews.id, targetId), isNull(reviews.removedAt), notBlockedBy(userId, reviews.userId)))
    return row
  },
  /** Of the caller's own conversation with somebody: nobody else can know of it. */
  async message(tx, targetId, userId) {
    const [otherId = '', seq = ''] = targetId.split(':')
    const { lowId, highId } = pairOf(userId, otherId)
    const [row] = await tx
      .select({ threadId: messages.threadId, accusedId: messages.senderId, excerpt: messages.text })
      .from(messages)
      .innerJoin(threads, eq(threads.id, messages.threadId))
      .where(
        and(
          eq(threads.lowId, lowId),
          eq(threads.highId, highId),
          eq(messages.seq, Number(seq)),
          notBlockedBy(userId, sql`${otherId}::uuid`),
        ),
      )
    return row && { ...row, reportedId: `${row.threadId}:${seq}` }
  },
  async user(tx, targetId, userId) {
    const [row] = await tx
      .select({ accusedId: users.id, excerpt: users.name })
      .from(users)
      .where(and(eq(users.id, targetId), isNull(users.deletedAt), notBlockedBy(userId, users.id)))
    return row
  },
}
