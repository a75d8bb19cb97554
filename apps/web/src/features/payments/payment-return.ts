import { returnPath } from '../../lib/return-path.ts'

const storageKey = 'kettle-return'

/** Remembers, over the trip to the payment provider, where a purchase waits. */
export function keepReturn(path: string | undefined): void {
  try {
    if (path) sessionStorage.setItem(storageKey, path)
    else sessionStorage.removeItem(storageKey)
  } catch {}
}

/** Where a purchase waits, if one does. */
export function keptReturn(): string | undefined {
  try {
    return returnPath(sessionStorage.getItem(storageKey))
  } catch {
    return undefined
  }
}
