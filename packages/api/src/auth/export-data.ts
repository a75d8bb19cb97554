import {
  blocks,
  friendships,
  games,
  inboxEvents,
  knownDevices,
  ledgerAccounts,
  ledgerEntries,
  ledgerJournals,
  licences,
  messages,
  orders,
  passkeys,
  playSessions,
  profiles,
  refunds,
  reports,
  reviewEdits,
  reviews,
  reviewVotes,
  sessions,
  totps,
  uploads,
  users,
} from '@kettle/db'
import { and, asc, eq, ne, or } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'

/** Everything the store knows of a person, as they may take it away. Times are ISO, sums in minor units. */
export async function exportData(deps: Pick<Deps, 'db' | 'clock' | 'limiter'>, user: SignedInUser) {
  await deps.limiter.take('exportUser', user.id)
  const { db } = deps
  const { registerDate, ...profile } = user
  const game = { id: games.id, slug: games.slug, title: games.title }
  const [factor] = await db.select({ enabledAt: totps.enabledAt }).from(totps).where(eq(totps.userId, user.id))
  // A plain read of the tables each; `select` names what is theirs, so that no hash or secret comes along.
  const data = {
    sessions: await db
      .select({
        ...{ device: sessions.device, ip: sessions.ip, createdAt: sessions.createdAt },
        ...{ lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt },
      })
      .from(sessions)
      .where(eq(sessions.userId, user.id))
      .orderBy(asc(sessions.id)),
    secondFactor: factor ?? null,
    passkeys: await db
      .select({ name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt })
      .from(passkeys)
      .where(eq(passkeys.userId, user.id))
      .orderBy(asc(passkeys.id)),
    orders: await db
      .select({
        ...{ id: orders.id, kind: orders.kind, status: orders.status, method: orders.method },
        ...{ amount: orders.amount, currency: orders.currency, createdAt: orders.createdAt },
        ...{ paidAt: orders.paidAt, refundedAt: orders.refundedAt, game },
      })
      .from(orders)
      .leftJoin(games, eq(games.id, orders.gameId))
      .where(eq(orders.userId, user.id))
      .orderBy(asc(orders.id)),
    refunds: await db
      .select({
        orderId: refunds.orderId,
        status: refunds.status,
        createdAt: refunds.createdAt,
        settledAt: refunds.settledAt,
      })
      .from(refunds)
      .innerJoin(orders, eq(orders.id, refunds.orderId))
      .where(eq(orders.userId, user.id))
      .orderBy(asc(refunds.id)),
    devices: await db
      .select({ lastSeenAt: knownDevices.lastSeenAt })
      .from(knownDevices)
      .where(eq(knownDevices.userId, user.id))
      .orderBy(asc(knownDevices.lastSeenAt)),
    games: await db
      .select({ ...game, publishedAt: games.publishedAt })
      .from(games)
      .where(eq(games.ownerId, user.id))
      .orderBy(asc(games.id)),
    uploads: await db
      .select({
        platform: uploads.platform,
        version: uploads.version,
        notes: uploads.notes,
        status: uploads.status,
        createdAt: uploads.createdAt,
        game,
      })
      .from(uploads)
      .innerJoin(games, eq(games.id, uploads.gameId))
      .where(eq(uploads.userId, user.id))
      .orderBy(asc(uploads.id)),
    notifications: await db
      .select({ kind: inboxEvents.kind, at: inboxEvents.at })
      .from(inboxEvents)
      .where(and(eq(inboxEvents.userId, user.id), eq(inboxEvents.notice, true)))
      .orderBy(asc(inboxEvents.seq)),
    ledger: await db
      .select({
        ...{ kind: ledgerJournals.kind, orderId: ledgerJournals.orderId, createdAt: ledgerJournals.createdAt },
        ...{ account: ledgerAccounts.kind, amount: ledgerEntries.amount, currency: ledgerEntries.currency },
      })
      .from(ledgerJournals)
      .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
      .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerEntries.accountId))
      .where(eq(ledgerJournals.userId, user.id))
      .orderBy(asc(ledgerEntries.id)),
    wallets: await db
      .select({ balance: ledgerAccounts.balance, currency: ledgerAccounts.currency })
      .from(ledgerAccounts)
      .where(and(eq(ledgerAccounts.userId, user.id), eq(ledgerAccounts.kind, 'wallet'))),
    licences: await db
      .select({ acquiredAt: licences.acquiredAt, revokedAt: licences.revokedAt, game })
      .from(licences)
      .innerJoin(games, eq(games.id, licences.gameId))
      .where(eq(licences.userId, user.id))
      .orderBy(asc(licences.id)),
    friends: await db
      .select({ name: users.name, requestedAt: friendships.requestedAt, acceptedAt: friendships.acceptedAt })
      .from(friendships)
      .innerJoin(users, or(eq(users.id, friendships.lowId), eq(users.id, friendships.highId)))
      .where(and(or(eq(friendships.lowId, user.id), eq(friendships.highId, user.id)), ne(users.id, user.id)))
      .orderBy(asc(friendships.requestedAt)),
    blocked: await db
      .select({ name: users.name, blockedAt: blocks.blockedAt })
      .from(blocks)
      .innerJoin(users, eq(users.id, blocks.blockedId))
      .where(eq(blocks.blockerId, user.id))
      .orderBy(asc(blocks.blockedAt)),
    settings: await db
      .select({
        ...{ friendCode: profiles.friendCode, appearsOffline: profiles.appearsOffline, notices: profiles.notices },
        ...{ showsPlaying: profiles.showsPlaying, showsPurchases: profiles.showsPurchases },
        showsLibrary: profiles.showsLibrary,
      })
      .from(profiles)
      .where(eq(profiles.userId, user.id)),
    messages: await db
      .select({ threadId: messages.threadId, sentAt: messages.sentAt, text: messages.text })
      .from(messages)
      .where(eq(messages.senderId, user.id))
      .orderBy(asc(messages.threadId), asc(messages.seq)),
    playtime: await db
      .select({
        ...{ startedAt: playSessions.startedAt, lastHeardAt: playSessions.lastHeardAt },
        ...{ endedAt: playSessions.endedAt, game },
      })
      .from(playSessions)
      .innerJoin(games, eq(games.id, playSessions.gameId))
      .where(eq(playSessions.userId, user.id))
      .orderBy(asc(playSessions.id)),
    reviews: await db
      .select({
        ...{ recommended: reviews.recommended, text: reviews.text, language: reviews.language },
        ...{ playtimeSeconds: reviews.playtimeSeconds, createdAt: reviews.createdAt, editedAt: reviews.editedAt },
        ...{ helpful: reviews.helpful, unhelpful: reviews.unhelpful, removedAt: reviews.removedAt, game },
      })
      .from(reviews)
      .innerJoin(games, eq(games.id, reviews.gameId))
      .where(eq(reviews.userId, user.id))
      .orderBy(asc(reviews.id)),
    earlierReviews: await db
      .select({
        ...{ recommended: reviewEdits.recommended, text: reviewEdits.text, writtenAt: reviewEdits.writtenAt },
        game,
      })
      .from(reviewEdits)
      .innerJoin(reviews, eq(reviews.id, reviewEdits.reviewId))
      .innerJoin(games, eq(games.id, reviews.gameId))
      .where(eq(reviews.userId, user.id))
      .orderBy(asc(reviewEdits.id)),
    reviewVotes: await db
      .select({ reviewId: reviewVotes.reviewId, helpful: reviewVotes.helpful })
      .from(reviewVotes)
      .where(eq(reviewVotes.userId, user.id))
      .orderBy(asc(reviewVotes.reviewId)),
    reports: await db
      .select({
        ...{ kind: reports.kind, targetId: reports.targetId, reason: reports.reason, note: reports.note },
        ...{ createdAt: reports.createdAt, verdict: reports.verdict },
      })
      .from(reports)
      .where(eq(reports.reporterId, user.id))
      .orderBy(asc(reports.id)),
  }
  return {
    exportedAt: deps.clock.now().toISOString(),
    profile: { ...profile, registerDate: registerDate.toISOString() },
    ...data,
  }
}
