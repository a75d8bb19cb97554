import { createHash, randomBytes } from 'node:crypto'
import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import {
  CREDENTIAL_CONNECTIONS,
  CREDENTIAL_SECONDS,
  type CredentialStore,
  type Revocation,
  revokes,
  type SftpCredential,
  type SftpGrant,
} from '../ports/credential-store.ts'

interface Entry {
  grant: SftpGrant
  passwordHash: string
  until: number
  left: number
}

const hash = (password: string) => createHash('sha256').update(password).digest('hex')

/** Credentials in memory, by the same promise as on Redis. `away = true` makes every call fail as in an outage. */
export class MemoryCredentials implements CredentialStore {
  away = false
  readonly #entries = new Map<string, Entry>()
  readonly #revoked: { revocation: Revocation; at: Date }[] = []
  readonly #listeners = new Set<(revocation: Revocation | null) => void>()
  readonly #clock: Clock

  constructor(clock: Clock = { now: () => new Date() }) {
    this.#clock = clock
  }

  async issue(grant: SftpGrant): Promise<SftpCredential> {
    this.#answer()
    const username = `${grant.mode === 'read' ? 'dl' : 'ul'}-${randomBytes(12).toString('hex')}`
    const password = randomBytes(32).toString('base64url')
    const until = this.#clock.now().getTime() + CREDENTIAL_SECONDS * 1000
    this.#entries.set(username, { grant, passwordHash: hash(password), until, left: CREDENTIAL_CONNECTIONS })
    return { username, password, expiresAt: new Date(until) }
  }

  async redeem(username: string, password: string): Promise<SftpGrant | null> {
    this.#answer()
    const entry = this.#entries.get(username)
    if (!entry || entry.passwordHash !== hash(password)) return null
    if (entry.until <= this.#clock.now().getTime() || entry.left === 0) return null
    entry.left--
    return entry.grant
  }

  async revoke(revocation: Revocation): Promise<void> {
    this.#answer()
    for (const [name, entry] of this.#entries) if (revokes(revocation, entry.grant)) this.#entries.delete(name)
    this.#revoked.push({ revocation, at: this.#clock.now() })
    for (const listener of this.#listeners) listener(revocation)
  }

  async isRevoked(grant: SftpGrant, since: Date): Promise<boolean> {
    this.#answer()
    return this.#revoked.some(({ revocation, at }) => at >= since && revokes(revocation, grant))
  }

  onRevoked(listener: (revocation: Revocation | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes the nodes believe that they may have missed messages. */
  interrupt(): void {
    for (const listener of this.#listeners) listener(null)
  }

  #answer(): void {
    if (this.away) throw new DomainError('UNAVAILABLE')
  }
}
