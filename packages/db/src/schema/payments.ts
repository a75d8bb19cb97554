import { sql } from 'drizzle-orm'
import { bigint, bigserial, check, index, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment } from './columns.ts'
import { licences } from './library.ts'
import { games } from './search.ts'

export const orderKind = pgEnum('order_kind', ['purchase', 'top_up'])
export const orderStatus = pgEnum('order_status', ['pending', 'paid', 'refunded', 'failed', 'expired'])
export const paymentMethod = pgEnum('payment_method', ['wallet', 'card'])

/**
 * What somebody set out to pay. pending -> paid -> refunded, pending -> failed | expired. Money that a provider took too late makes
 * a failed or expired order a paid one all the same; what it can't buy any more goes back.
 */
export const orders = pgTable(
  'orders',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: orderKind().notNull(),
    gameId: uuid().references(() => games.id),
    licenceId: uuid().references(() => licences.id),
    method: paymentMethod().notNull(),
    /** Minor units. */
    amount: bigint({ mode: 'number' }).notNull(),
    currency: text().notNull(),
    status: orderStatus().notNull().default('pending'),
    idempotencyKey: text().notNull(),
    /** The provider's own name of the payment, and the page where it is paid. */
    providerRef: text(),
    payUrl: text(),
    createdAt: moment().notNull(),
    paidAt: moment(),
    refundedAt: moment(),
    expiresAt: moment(),
  },
  (table) => [
    unique('orders_idempotency').on(table.userId, table.idempotencyKey),
    uniqueIndex().on(table.licenceId),
    uniqueIndex().on(table.providerRef),
    index().on(table.userId, table.id),
    index().on(table.gameId),
    index('orders_waiting').on(table.expiresAt).where(sql`status = 'pending'`),
    check('orders_amount', sql`${table.amount} >= 0`),
    check('orders_game', sql`(${table.kind} = 'purchase') = (${table.gameId} is not null)`),
    check(
      'orders_licence',
      sql`${table.kind} <> 'purchase' or ${table.status} <> 'paid' or ${table.licenceId} is not null`,
    ),
  ],
)

export const accountKind = pgEnum('account_kind', ['wallet', 'provider', 'sales'])

/** Where money can stand. A wallet's balance is kept by a trigger and never goes below zero; the store's own accounts are summed. */
export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: id(),
    kind: accountKind().notNull(),
    userId: uuid().references(() => users.id),
    currency: text().notNull(),
    /** Minor units; kept for wallets only. */
    balance: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    unique('ledger_accounts_one').on(table.kind, table.userId, table.currency).nullsNotDistinct(),
    index().on(table.userId),
    check('ledger_accounts_wallet', sql`(${table.kind} = 'wallet') = (${table.userId} is not null)`),
    check('ledger_accounts_not_below_zero', sql`${table.balance} >= 0`),
  ],
)

export const refundStatus = pgEnum('refund_status', ['pending', 'done', 'refused'])

/** Money on its way back through the provider. A refused one went into the wallet instead. */
export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    status: refundStatus().notNull().default('pending'),
    createdAt: moment().notNull(),
    settledAt: moment(),
  },
  (table) => [unique('refunds_one_per_order').on(table.orderId)],
)

export const journalKind = pgEnum('journal_kind', ['top_up', 'purchase', 'refund', 'refund_to_wallet'])

/** One movement of money as its owner sees it in the history. Append-only. */
export const ledgerJournals = pgTable(
  'ledger_journals',
  {
    id: id(),
    kind: journalKind().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    createdAt: moment().notNull(),
  },
  (table) => [uniqueIndex('ledger_journals_once').on(table.orderId, table.kind), index().on(table.userId, table.id)],
)

/** The two or more sides of a journal. Append-only; each journal sums to zero per currency at commit. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    journalId: uuid()
      .notNull()
      .references(() => ledgerJournals.id),
    accountId: uuid()
      .notNull()
      .references(() => ledgerAccounts.id),
    /** Minor units; positive comes in, negative goes out. */
    amount: bigint({ mode: 'number' }).notNull(),
    currency: text().notNull(),
  },
  (table) => [
    index().on(table.journalId),
    index().on(table.accountId),
    check('ledger_entries_not_zero', sql`${table.amount} <> 0`),
  ],
)

/** Provider events already acted upon: the same one again does nothing. */
export const providerEvents = pgTable('provider_events', {
  /** `<provider>:<event id>` */
  id: text().primaryKey(),
  receivedAt: moment().notNull(),
})
