import { type Db, messages, reports, reviews, threads, users } from '@kettle/db'
import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { pairOf } from './people.ts'
import { holdPerson, lockReview, lockWriter, recount } from './review-locks.ts'
import { REPORTS_THAT_HIDE, type reportContentInput } from './review-schema.ts'

type Input = z.infer<typeof reportContentInput>
interface Target {
  accusedId: string
  excerpt: string
  /** What reports call it, where that is not what the caller does. */
  reportedId?: string
}

/**
 * Tells moderators of something that should not stand here; once per person and thing, a second time changes nothing.
 * NOT_FOUND for what the caller can't see, FORBIDDEN for one's own. Five open reports hide a review until it is judged.
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

async function hideIfMany(tx: Db, review: typeof reviews.$inferSelect, now: Date): Promise<void> {
  const [open] = await tx
    .select({ total: count() })
    .from(reports)
    .where(and(eq(reports.kind, 'review'), eq(reports.targetId, review.id), isNull(reports.judgedAt)))
  if (!open || open.total < REPORTS_THAT_HIDE) return
  await tx.update(reviews).set({ hiddenAt: now }).where(eq(reviews.id, review.id))
  await recount(tx, review.gameId, review.recommended, null)
}

/** Whose a thing is, and what it says. */
const finders: Record<Input['kind'], (tx: Db, targetId: string, userId: string) => Promise<Target | undefined>> = {
  async review(tx, targetId) {
    const [row] = await tx
      .select({ accusedId: reviews.userId, excerpt: reviews.text })
      .from(reviews)
      .where(and(eq(reviews.id, targetId), isNull(reviews.removedAt)))
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
      .where(and(eq(threads.lowId, lowId), eq(threads.highId, highId), eq(messages.seq, Number(seq))))
    return row && { ...row, reportedId: `${row.threadId}:${seq}` }
  },
  async user(tx, targetId) {
    const [row] = await tx
      .select({ accusedId: users.id, excerpt: users.name })
      .from(users)
      .where(and(eq(users.id, targetId), isNull(users.deletedAt)))
    return row
  },
}
