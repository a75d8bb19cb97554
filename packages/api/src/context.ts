import type { Db } from '@kettle/db'
import type { Passwords } from './auth/passwords.ts'
import type { Locale } from './auth/schema.ts'
import type { BuildIngest } from './ports/build-ingest.ts'
import type { ChallengeStore } from './ports/challenge-store.ts'
import type { Clock } from './ports/clock.ts'
import type { CodeStore } from './ports/code-store.ts'
import type { CredentialStore } from './ports/credential-store.ts'
import type { EventBus } from './ports/event-bus.ts'
import type { Limiter } from './ports/limiter.ts'
import type { Log } from './ports/log.ts'
import type { Mailer } from './ports/mailer.ts'
import type { PaymentProvider } from './ports/payment-provider.ts'
import type { PictureStore } from './ports/picture-store.ts'
import type { PresenceStore } from './ports/presence-store.ts'
import type { RegistrationStore } from './ports/registration-store.ts'
import type { SearchMemory } from './search/memory.ts'

export interface Settings {
  /** The store's address as players see it, without a slash at the end. */
  publicUrl: string
  /** ISO 4217 currency of all prices and wallets. */
  currency: string
  /** Key of the HMAC that codes are stored under. */
  codeKey: string
  /** A log-in ends so long after it began, however much it is used; in milliseconds. */
  sessionMaxMs: number
  /** Roles that may use their powers only with a second factor. */
  secondFactorRoles: readonly SignedInUser['role'][]
  /** Key under which secrets of second factors are sealed: 32 bytes in hex. */
  sealKey: string
  refund: { days: number; playSeconds: number }
  sftp: { host: string; port: number; hostKeySha256: string }
}

/** Whatever has a side effect. Made once in the server's compose.ts; a verb asks for what it uses. */
export interface Deps {
  db: Db
  challenges: ChallengeStore
  clock: Clock
  codes: CodeStore
  credentials: CredentialStore
  events: EventBus
  ingest: BuildIngest
  limiter: Limiter
  log: Log
  mailer: Mailer
  passwords: Passwords
  payments: PaymentProvider
  pictures: PictureStore
  presence: PresenceStore
  registrations: RegistrationStore
  search: SearchMemory
  settings: Settings
}

export interface SignedInUser {
  id: string
  name: string
  email: string
  locale: Locale
  role: 'player' | 'publisher' | 'admin'
  registerDate: Date
}

export interface Session {
  id: string
  user: SignedInUser
}

/** One request. */
export interface Context {
  deps: Deps
  session: Session | null
  /** The caller's language: the request's Accept-Language, else the profile's. */
  locale: Locale
  ip: string
  device: string | null
  requestId: string
  /** What the caller's browser or program keeps of its earlier log-ins. */
  deviceToken: string | null
  /** Leaves that with the caller: returns it for the body, or keeps it in a cookie and returns undefined. */
  keepDeviceToken(token: string): string | undefined
  /** What the caller's browser keeps of the registration that it began. */
  attemptProof: string | null
  /** Leaves that with the caller's browser, where it is one; null takes it away. */
  keepAttemptProof(proof: string | null): void
  /** Hands a new token to the caller: returns it for the body, or keeps it in a cookie and returns undefined. */
  grantToken(token: string): string | undefined
  /** Does something once the caller has the answer, so that it can't be told by the answer's time. It must see to its own failures. */
  afterAnswer(work: () => void): void
  /** Takes the token away again. */
  dropToken(): void
}
