import { type Db, ledgerAccounts, ledgerEntries, ledgerJournals } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

type JournalKind = (typeof ledgerJournals.$inferInsert)['kind']

export interface Movement {
  kind: JournalKind
  userId: string
  orderId: string
  /** Minor units, 0 or more. With 0 the journal stands without entries: it is history, not money. */
  amount: number
  currency: string
  /** Account ids. */
  from: string
  to: string
  at: Date
}

/**
 * Moves money from one account to another: one journal, its entries in one statement. The database refuses a wallet below zero,
 * a journal that does not sum to zero, and a second journal of the same kind for one order.
 */
export async function writeJournal(tx: Db, movement: Movement): Promise<void> {
  const { kind, userId, orderId, amount, currency, from, to, at } = movement
  const [journal] = await tx
    .insert(ledgerJournals)
    .values({ kind, userId, orderId, createdAt: at })
    .returning({ id: ledgerJournals.id })
  if (!journal) throw new DomainError('INTERNAL')
  if (amount === 0) return
  await tx.insert(ledgerEntries).values([
    { journalId: journal.id, accountId: from, amount: -amount, currency },
    { journalId: journal.id, accountId: to, amount, currency },
  ])
}

/** A user's wallet, made when missing and locked until the transaction ends: whatever moves this user's money goes one after another. */
export async function lockWallet(tx: Db, userId: string, currency: string): Promise<{ id: string; balance: number }> {
  const find = () =>
    tx
      .select({ id: ledgerAccounts.id, balance: ledgerAccounts.balance })
      .from(ledgerAccounts)
      .where(walletOf(userId, currency))
      .for('update')
  const [known] = await find()
  if (known) return known
  await tx.insert(ledgerAccounts).values({ kind: 'wallet', userId, currency }).onConflictDoNothing()
  const [made] = await find()
  if (!made) throw new DomainError('INTERNAL')
  return made
}

const walletOf = (userId: string, currency: string) =>
  and(eq(ledgerAccounts.kind, 'wallet'), eq(ledgerAccounts.userId, userId), eq(ledgerAccounts.currency, currency))

/** What stands in a user's wallet, in minor units. */
export async function walletBalance(db: Db, userId: string, currency: string): Promise<number> {
  const [wallet] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(walletOf(userId, currency))
  return wallet?.balance ?? 0
}

/** The store's own account of a kind, made when missing. */
export async function storeAccount(tx: Db, kind: 'provider' | 'sales', currency: string): Promise<string> {
  const find = () =>
    tx
      .select({ id: ledgerAccounts.id })
      .from(ledgerAccounts)
      .where(and(eq(ledgerAccounts.kind, kind), isNull(ledgerAccounts.userId), eq(ledgerAccounts.currency, currency)))
  const [known] = await find()
  if (known) return known.id
  await tx.insert(ledgerAccounts).values({ kind, currency }).onConflictDoNothing()
  const [made] = await find()
  if (!made) throw new DomainError('INTERNAL')
  return made.id
}
