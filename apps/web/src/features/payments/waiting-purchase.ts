import { returnPath } from '../../lib/return-path.ts'

/** A purchase that waits while its buyer tops up the wallet. */
export type WaitingPurchase = {
  /** Minor units that it is short of. */
  need?: number
  /** The page where it waits. */
  from?: string
}

const storageKey = 'kettle-waiting-purchase'

/** Remembers a purchase over the trip to the payment provider, in this tab. */
export function keepPurchase(purchase: WaitingPurchase): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(purchase))
  } catch {}
}

/** The purchase that was left waiting; empty if none was, or the browser doesn't remember. */
export function keptPurchase(): WaitingPurchase {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}')
    return { need: Number(kept.need) || undefined, from: returnPath(kept.from) }
  } catch {
    return {}
  }
}
