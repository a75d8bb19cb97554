import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'

/** What is wrong with the books, as sentences; empty when they balance. Reads only. */
export async function audit(db: Db): Promise<string[]> {
  const checks: [string, ReturnType<typeof sql>][] = [
    [
      'a journal does not sum to zero',
      sql`select journal_id from ledger_entries group by journal_id, currency having sum(amount) <> 0`,
    ],
    [
      'a wallet differs from its entries',
      sql`select a.id from ledger_accounts a where a.kind = 'wallet' and a.balance <> coalesce((select sum(amount) from ledger_entries e where e.account_id = a.id), 0)`,
    ],
    ['a wallet is below zero', sql`select id from ledger_accounts where balance < 0`],
    [
      'a paid purchase has no living licence',
      sql`select o.id from orders o left join licences l on l.id = o.licence_id where o.kind = 'purchase' and o.status = 'paid' and (l.id is null or l.revoked_at is not null)`,
    ],
    [
      'a living licence has no paid order',
      sql`select l.id from licences l where l.revoked_at is null and not exists (select from orders o where o.licence_id = l.id and o.status = 'paid')`,
    ],
    [
      'a refunded order has a living licence',
      sql`select o.id from orders o join licences l on l.id = o.licence_id where o.status = 'refunded' and l.revoked_at is null`,
    ],
    [
      'a settled order lacks its journals',
      sql`select o.id from orders o where
        (o.status in ('paid', 'refunded', 'disputed') and not exists (select from ledger_journals j where j.order_id = o.id and j.kind::text = o.kind::text))
        or (o.status = 'refunded' and not exists (select from ledger_journals j where j.order_id = o.id and j.kind in ('refund', 'chargeback')))
        or (o.status <> 'refunded' and exists (select from ledger_journals j where j.order_id = o.id and j.kind = 'refund'))`,
    ],
    [
      'more was given back of an order than was paid, or not what its state says',
      sql`select o.id from orders o join lateral (
          select coalesce(sum(case j.kind when 'chargeback_won' then -e.amount when 'refund' then e.amount when 'chargeback' then e.amount else 0 end), 0) as back
          from ledger_journals j join ledger_entries e on e.journal_id = j.id and e.amount > 0
          where j.order_id = o.id and j.kind in ('refund', 'chargeback', 'chargeback_won')) r on true
        where r.back > o.amount or (o.status = 'refunded' and r.back <> o.amount)
          or (o.status = 'paid' and r.back <> o.returned_amount)`,
    ],
    [
      'wallets owe another sum than the store has lost',
      sql`select a.currency from ledger_accounts a group by a.currency having
        sum(a.debt) <> -coalesce((select sum(e.amount) from ledger_entries e join ledger_accounts l on l.id = e.account_id and l.kind = 'loss' and l.currency = a.currency), 0)`,
    ],
    [
      'a journal moved another amount than its order',
      sql`select j.id from ledger_journals j join orders o on o.id = j.order_id where j.kind in ('top_up', 'purchase') and o.amount <> coalesce((select sum(amount) from ledger_entries e where e.journal_id = j.id and e.amount > 0), 0)`,
    ],
  ]
  const wrong: string[] = []
  for (const [sentence, query] of checks) {
    const rows = await db.execute(query)
    if (rows.length > 0) wrong.push(`${sentence}: ${JSON.stringify(rows.slice(0, 5))}`)
  }
  return wrong
}
