import { type Db, games, ledgerAccounts, orders, storeSettings } from '@kettle/db'
import { eq, gt, ne } from 'drizzle-orm'

/** Thrown at the start of a store whose prices and money are in another currency than its setting says. */
export class CurrencyChangedError extends Error {
  constructor(kept: string, wanted: string) {
    super(
      `This store's prices and wallets are in ${kept}, but KETTLE_CURRENCY is ${wanted}. Set KETTLE_CURRENCY=${kept} again: amounts that stand in the database can't be read in another currency. To sell in ${wanted}, open a new store on a database of its own (docs/currency.md).`,
    )
    this.name = 'CurrencyChangedError'
  }
}

/**
 * Holds a store to its currency: written down at the first start, and changed only while nothing has a price and nobody has money.
 * @throws CurrencyChangedError
 */
export async function keepCurrency(db: Db, wanted: string): Promise<void> {
  await db.transaction(async (tx) => {
    const known = (await tx.select().from(storeSettings))[0]?.currency ?? (await currencyOfMoney(tx, wanted))
    await tx.insert(storeSettings).values({ currency: known }).onConflictDoNothing()
    const [{ currency } = { currency: wanted }] = await tx.select().from(storeSettings).for('update')
    if (currency === wanted) return
    if (await isInUse(tx)) throw new CurrencyChangedError(currency, wanted)
    await tx.update(storeSettings).set({ currency: wanted })
  })
}

/** What a store from before the currency was written down has money in. */
async function currencyOfMoney(tx: Db, wanted: string): Promise<string> {
  for (const table of [orders, ledgerAccounts]) {
    const [row] = await tx.select({ currency: table.currency }).from(table).where(ne(table.currency, wanted)).limit(1)
    if (row) return row.currency
  }
  return wanted
}

async function isInUse(tx: Db): Promise<boolean> {
  const [priced] = await tx.select({ id: games.id }).from(games).where(gt(games.basePrice, 0)).limit(1)
  const [order] = await tx.select({ id: orders.id }).from(orders).limit(1)
  const [account] = await tx
    .select({ id: ledgerAccounts.id })
    .from(ledgerAccounts)
    .where(eq(ledgerAccounts.kind, 'wallet'))
    .limit(1)
  return Boolean(priced ?? order ?? account)
}
