import {
  blocks,
  type Db,
  friendships,
  games,
  inboxEvents,
  knownDevices,
  ledgerAccounts,
  licences,
  passkeys,
  playSessions,
  profiles,
  recoveryCodes,
  sessions,
  totps,
  uploads,
  users,
} from '@kettle/db'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { addJob } from '../job-queue.ts'
import { tellSessionsEnded } from '../ports/event-bus.ts'
import { forgetReviews } from './forget-reviews.ts'
import { claimIdentity, proveIdentity } from './identity.ts'
import { addNotice } from './notices.ts'
import { keepContact } from './order-contact.ts'
import type { deleteAccountInput } from './schema.ts'

/**
 * Deletes the caller's account: name, address, password, log-ins, second factor, passkeys, playtime and reviews go, and the address is free
 * again. Orders, licences and the ledger stay, as bookkeeping law asks, and point to a nameless row. BALANCE_LEFT while there is
 * money in the wallet (unless it may go), HAS_GAMES while games of theirs are in the store.
 */
export async function deleteAccount(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  userId: string,
  { forfeitBalance = false, ...input }: z.infer<typeof deleteAccountInput>,
): Promise<void> {
  const { deps } = ctx
  const proof = await proveIdentity(deps, userId, input)
  await deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, userId, proof)
    const [game] = await tx.select({ id: games.id }).from(games).where(eq(games.ownerId, userId)).limit(1)
    if (game) throw new DomainError('HAS_GAMES')
    if (!forfeitBalance) await refuseBalance(tx, userId)
    await addNotice(tx, ctx, user, 'accountDeleted')
    await shutDownloads(tx, userId, deps.clock.now())
    await keepContact(tx, user, deps.clock.now())
    for (const table of [sessions, passkeys, recoveryCodes, totps, knownDevices, playSessions, profiles, inboxEvents])
      await tx.delete(table).where(eq(table.userId, userId))
    await leaveFriends(tx, userId)
    await forgetName(tx, userId)
    await forgetReviews(tx, userId)
    const nobody = { name: '', email: `${userId}@deleted.invalid`, passwordHash: '', role: 'player' } as const
    await tx
      .update(users)
      .set({ ...nobody, deletedAt: deps.clock.now() })
      .where(eq(users.id, userId))
    // Money that came in before the line above locked the account for good.
    if (!forfeitBalance) await refuseBalance(tx, userId)
  })
  tellSessionsEnded(deps, userId)
  // What still waits for a code can't be used any more; this only clears it away.
  await deps.challenges.take('totp', userId).catch(() => {})
}

/** Conversations stay for the others, as of somebody without a name. */
async function leaveFriends(tx: Db, userId: string): Promise<void> {
  await tx.delete(friendships).where(or(eq(friendships.lowId, userId), eq(friendships.highId, userId)))
  await tx.delete(blocks).where(or(eq(blocks.blockerId, userId), eq(blocks.blockedId, userId)))
}

/** The name that events in others' inboxes carry goes too, whoever they were to each other by then. */
async function forgetName(tx: Db, userId: string): Promise<void> {
  for (const part of ['user', 'with'])
    await tx
      .update(inboxEvents)
      .set({ payload: sql`jsonb_set(${inboxEvents.payload}, array[${part}, 'name'], '""')` })
      .where(sql`${inboxEvents.payload} -> ${part} ->> 'id' = ${userId}`)
}

/** Locks the caller's wallets, so that nothing moves in them until this is over. */
async function refuseBalance(tx: Db, userId: string): Promise<void> {
  const wallets = await tx
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(and(eq(ledgerAccounts.userId, userId), eq(ledgerAccounts.kind, 'wallet')))
    .orderBy(ledgerAccounts.id)
    .for('update')
  if (wallets.some(({ balance }) => balance > 0)) throw new DomainError('BALANCE_LEFT')
}

/** Download and upload credentials are in Redis, so shutting them is a job each. */
async function shutDownloads(tx: Db, userId: string, now: Date): Promise<void> {
  const owned = await tx
    .select({ gameId: licences.gameId })
    .from(licences)
    .where(and(eq(licences.userId, userId), isNull(licences.revokedAt)))
  const open = await tx
    .select({ gameId: uploads.gameId, uploadId: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.userId, userId), eq(uploads.status, 'open')))
  for (const door of [...owned, ...open]) await addJob(tx, 'revoke-access', { userId, ...door }, now)
}
