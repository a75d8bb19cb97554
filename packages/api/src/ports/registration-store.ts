import type { Redeemed } from './code-store.ts'

/** Attempts to register one address that may wait at once; each mails a code of its own. */
export const WAITING_ATTEMPTS = 5

/** An attempt to register an address, as it waits for its code. */
export interface RegistrationAttempt<Payload> {
  /** The hash of the proof that only the browser holds that registered. */
  id: string
  payload: Payload
  /** Another attempt for the address waits or waited when this one came, so its code alone doesn't tell who asked. */
  contested?: boolean
}

/** An attempt whose code was given. */
export interface FoundAttempt<Payload> extends RegistrationAttempt<Payload> {
  contested: boolean
}

/**
 * Registrations that wait for their mailed codes, each for CODE_SECONDS. Later attempts for an address never replace earlier ones.
 * Rejects with DomainError UNAVAILABLE when the store is away.
 */
export interface RegistrationStore {
  /** False, and nothing is kept, when WAITING_ATTEMPTS wait already. The same id again replaces what it had. */
  add(email: string, attempt: RegistrationAttempt<unknown>, codeHash: string): Promise<boolean>
  /** A new code, time and tries for the attempt with the id, else for the newest one; gives what waits, or null when nothing does. */
  renew<Payload>(email: string, id: string | null, codeHash: string): Promise<Payload | null>
  /**
   * The attempt that the code belongs to, which stays. A wrong code counts against the attempt with the id, else against all; try number
   * CODE_TRIES burns an attempt.
   */
  find<Payload>(email: string, codeHash: string, id: string | null): Promise<Redeemed<FoundAttempt<Payload>>>
  /** Counts a wrong try of another kind (a password) against an attempt. */
  countWrong(email: string, id: string): Promise<void>
  /** Uses the attempt up; false when it is gone or has another code by now. Of two callers at once one gets true. */
  take(email: string, id: string, codeHash: string): Promise<boolean>
}
