import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment } from './columns.ts'
import { licences } from './library.ts'
import { games } from './search.ts'

export const orderKind = pgEnum('order_kind', ['purchase', 'top_up'])
export const orderStatus = pgEnum('order_status', ['pending', 'paid', 'refunded', 'failed', 'expired', 'disputed'])
export const paymentMethod = pgEnum('payment_method', ['wallet', 'card'])

/**
 * What somebody set out to pay. pending -> paid -> refunded, pending -> failed | expired. Money that a provider took too late makes
 * a failed or expired order a paid one all the same; what it can't buy any more goes back. paid -> disputed while the payer's bank
 * has taken the money back for the time being; then paid again, or refunded.
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
    /** When its owner gave it up. */
    cancelledAt: moment(),
    /** The key of the request that gave it back, so that it answers alike when it is sent again. */
    refundKey: text(),
    /** What was given back at the provider and not by us (its dashboard), in minor units. */
    returnedAmount: bigint({ mode: 'number' }).notNull().default(0),
    /** What the payer's bank has taken back while it decides. */
    disputedAmount: bigint({ mode: 'number' }),
    /** Whom to tell of money that comes after the account was deleted; kept for a week from then. */
    contact: jsonb().$type<{ email: string; locale: 'en' | 'ru' }>(),
  },
  (table) => [
    unique('orders_idempotency').on(table.userId, table.idempotencyKey),
    unique('orders_refund_key').on(table.userId, table.refundKey),
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

export const accountKind = pgEnum('account_kind', ['wallet', 'provider', 'sales', 'loss'])

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
    /** What a wallet owes: a payment into it was taken back after it was spent. Nothing is bought from it until that is settled. */
    debt: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    unique('ledger_accounts_one').on(table.kind, table.userId, table.currency).nullsNotDistinct(),
    index().on(table.userId),
    check('ledger_accounts_wallet', sql`(${table.kind} = 'wallet') = (${table.userId} is not null)`),
    check('ledger_accounts_not_below_zero', sql`${table.balance} >= 0`),
    check('ledger_accounts_debt', sql`${table.debt} >= 0 and (${table.debt} = 0 or ${table.userId} is not null)`),
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

/** `chargeback`: taken back at the provider, by its dashboard or the payer's bank; `chargeback_won`: a bank decided for us. */
export const journalKind = pgEnum('journal_kind', [
  'top_up',
  'purchase',
  'refund',
  'refund_to_wallet',
  'chargeback',
  'chargeback_won',
  'debt',
])

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
    /** What its owner reads, in minor units: positive comes to them, by wallet or card. Null in old ones: the order's amount. */
    amount: bigint({ mode: 'number' }),
    createdAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('ledger_journals_once')
      .on(table.orderId, table.kind)
      .where(sql`kind in ('top_up', 'purchase', 'refund', 'refund_to_wallet')`),
    index().on(table.orderId),
    index().on(table.userId, table.id),
  ],
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

/** What holds for the whole store: one row, made at the first start. */
export const storeSettings = pgTable(
  'store_settings',
  {
    id: smallint().primaryKey().default(1),
    /** The currency of all prices and wallets: it stays once there are any. */
    currency: text().notNull(),
  },
  (table) => [check('store_settings_one', sql`${table.id} = 1`)],
)
