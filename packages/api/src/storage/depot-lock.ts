import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'

/** Any number that no other advisory lock has. */
const DEPOT_LOCK = 5_140_771

/** Waits while garbage is being deleted; until the transaction ends none is. Any number may share. */
export async function shareDepot(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${DEPOT_LOCK})`)
}

/** Keeps everyone else out until the transaction ends. */
export async function holdDepot(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${DEPOT_LOCK})`)
}
