import { recall, remember } from '../../lib/storage.ts'

/** What a mailed code is for. */
export type CodePurpose = 'register' | 'reset' | 'email'

/** How long the store's codes live, in milliseconds. */
const LIFE_MS = 600_000
/** A device whose clock is further off than this can't use the store's times. */
const CLOCK_ERROR_MS = 60_000

const storageKey = (purpose: CodePurpose) => `kettle-code-${purpose}`
const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Keeps until when the code sent to an address is good, by this device's clock: a reload goes on counting. */
export function rememberCode(purpose: CodePurpose, email: string, expiresAt: string): void {
  const left = Date.parse(expiresAt) - Date.now()
  const trusted = Math.abs(LIFE_MS - left) < CLOCK_ERROR_MS ? left : LIFE_MS
  remember(storageKey(purpose), JSON.stringify({ email, until: Date.now() + trusted }))
}

/** The code that somebody waits for here: to which address, good until when (milliseconds since 1970). */
export function waitingCode(purpose: CodePurpose): { email: string; until: number } | undefined {
  try {
    const { email, until } = JSON.parse(recall(storageKey(purpose)) ?? '{}')
    return typeof email === 'string' && typeof until === 'number' ? { email, until } : undefined
  } catch {
    return undefined
  }
}

/** Until when the code for this address is good; undefined when it was asked for on another device. */
export function codeDeadline(purpose: CodePurpose, email: string): number | undefined {
  const waiting = waitingCode(purpose)
  return waiting && same(waiting.email, email) ? waiting.until : undefined
}

/** Forgets the code: it was used, or nobody wants it any more. */
export function forgetCode(purpose: CodePurpose): void {
  remember(storageKey(purpose), '')
}

/** When the next code may be asked for: a minute after the last one, for mails take a while. */
export function nextCodeAt(until: number): number {
  return until - LIFE_MS + 60_000
}
