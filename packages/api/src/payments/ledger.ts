import { type Db, ledgerAccounts, ledgerEntries, ledgerJournals } from '@kettle/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
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
 * a journal that does not sum to zero, and a second top-up, purchase or refund of one order.
 */
export async function writeJournal(tx: Db, movement: Movement): Promise<void> {
  const { amount, from, to, ...journal } = movement
  await writeSides(tx, journal, [
    { accountId: from, amount: -amount },
    { accountId: to, amount },
  ])
}

/**
 * The same with as many sides as it takes; sides of nothing are left out. `seen` is what the owner reads in the history, where that is
 * not the order's amount.
 */
export async function writeSides(
  tx: Db,
  { currency, at, seen, ...journal }: Omit<Movement, 'amount' | 'from' | 'to'> & { seen?: number },
  sides: { accountId: string; amount: number }[],
): Promise<void> {
  const [written] = await tx
    .insert(ledgerJournals)
    .values({ ...journal, amount: seen, createdAt: at })
    .returning({ id: ledgerJournals.id })
  if (!written) throw new DomainError('INTERNAL')
  const entries = sides
    .filter(({ amount }) => amount !== 0)
    .map((side) => ({ ...side, journalId: written.id, currency }))
  if (entries.length > 0) await tx.insert(ledgerEntries).values(entries)
}

export interface LockedWallet {
  id: string
  balance: number
  /** What it owes; see `ledger_accounts`. */
  debt: number
}

/** A user's wallet, made when missing and locked until the transaction ends: whatever moves this user's money goes one after another. */
export async function lockWallet(tx: Db, userId: string, currency: string): Promise<LockedWallet> {
  const find = () =>
    tx
      .select({ id: ledgerAccounts.id, balance: ledgerAccounts.balance, debt: ledgerAccounts.debt })
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

/** What stands in a user's wallet and what it owes, in minor units. */
export async function readWallet(db: Db, userId: string, currency: string): Promise<{ balance: number; debt: number }> {
  const [wallet] = await db
    .select({ balance: ledgerAccounts.balance, debt: ledgerAccounts.debt })
    .from(ledgerAccounts)
    .where(walletOf(userId, currency))
  return wallet ?? { balance: 0, debt: 0 }
}

/** Adds to what a wallet owes, or takes off it. The wallet is locked. */
export async function changeDebt(tx: Db, walletId: string, by: number): Promise<void> {
  if (by === 0) return
  await tx
    .update(ledgerAccounts)
    .set({ debt: sql`${ledgerAccounts.debt} + ${by}` })
    .where(eq(ledgerAccounts.id, walletId))
}

/** After money came into a wallet that owes: it pays the debt first. Does nothing where there is none. */
export async function settleDebt(
  tx: Db,
  { userId, orderId, currency, at }: Pick<Movement, 'userId' | 'orderId' | 'currency' | 'at'>,
): Promise<void> {
  const wallet = await lockWallet(tx, userId, currency)
  const amount = Math.min(wallet.debt, wallet.balance)
  if (amount === 0) return
  const to = await storeAccount(tx, 'loss', currency)
  await writeSides(tx, { kind: 'debt', userId, orderId, currency, at, seen: -amount }, [
    { accountId: wallet.id, amount: -amount },
    { accountId: to, amount },
  ])
  await changeDebt(tx, wallet.id, -amount)
}

/** The store's own account of a kind, made when missing. */
export async function storeAccount(tx: Db, kind: 'provider' | 'sales' | 'loss', currency: string): Promise<string> {
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
