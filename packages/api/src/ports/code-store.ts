export type CodePurpose = 'reset' | 'changeEmail'

export type Redeemed<Payload> = { status: 'ok'; payload: Payload } | { status: 'wrong' | 'burned' | 'missing' }

/** Wrong tries after which a code is burned. */
export const CODE_TRIES = 5
/** How long a code lives, in seconds. */
export const CODE_SECONDS = 600

/**
 * Mailed codes and what waits behind them, for CODE_SECONDS. Keys are addresses (for a change of address the user's id); only a keyed hash of a code is ever given here.
 * Rejects with DomainError UNAVAILABLE when the store is away: no code is good on a guess.
 */
export interface CodeStore {
  /** A new code replaces the old one and its count of wrong tries. */
  put(purpose: CodePurpose, email: string, codeHash: string, payload: unknown): Promise<void>
  /** Like `redeem`, wrong tries and all, but a right code stays. */
  check<Payload>(purpose: CodePurpose, email: string, codeHash: string): Promise<Redeemed<Payload>>
  /** Uses the code up, at once: of two callers with the right code one gets `ok`, the other `missing`. The wrong try number CODE_TRIES burns it. */
  redeem<Payload>(purpose: CodePurpose, email: string, codeHash: string): Promise<Redeemed<Payload>>
}
