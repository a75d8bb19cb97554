/** What waits for a caller's next step: a passkey's challenge to log in, one to add a passkey, a second factor not yet confirmed. */
export type ChallengeKind = 'passkey-login' | 'passkey-new' | 'totp'

/**
 * Things that wait for a few minutes. Rejects with DomainError UNAVAILABLE when the store is away: nothing is good on a guess.
 */
export interface ChallengeStore {
  /** Replaces what waited under this id. */
  put(kind: ChallengeKind, id: string, payload: unknown, seconds: number): Promise<void>
  /** What waits, which goes on waiting; null for nothing. */
  look<Payload>(kind: ChallengeKind, id: string): Promise<Payload | null>
  /** What waits, once: of two at once one gets it, the other null. */
  take<Payload>(kind: ChallengeKind, id: string): Promise<Payload | null>
}
