import type { PersonName, StoredMessage } from '@kettle/api/client'
import { createStore, type Store } from '../live/store.ts'

/** A message that the store doesn't have yet, as far as this tab knows. */
export interface Unsent {
  clientId: string
  to: PersonName
  text: string
  /** ISO, when it was written. */
  writtenAt: string
  state: 'sending' | 'waiting' | 'failed'
  /** Why it failed: the API's reason. */
  reason?: string
}

export interface OutboxDeps {
  send(message: { userId: string; text: string; clientId: string }): Promise<StoredMessage>
  /** The store has it: the pages should show it. */
  onSent(to: PersonName, message: StoredMessage): Promise<unknown>
  /** What a failure says: its reason, and when to come again. */
  explain(error: unknown): { reason: string; retryAfterSeconds?: number }
  newId(): string
  now(): Date
  /** Kept over a reload. */
  storage: { read(): Unsent[]; write(unsent: Unsent[]): void }
  after(ms: number, act: () => void): void
}

/** Failures that pass by themselves. */
const PASSING = new Set(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'])
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Sends messages one after another in each conversation, each until the store has it. The store knows a message by its clientId, so
 * asking again is safe: also after a reload, and when the answer to the first try was lost.
 */
export class Outbox {
  readonly unsent: Store<readonly Unsent[]>
  readonly #deps: OutboxDeps
  /** Conversations whose messages are on their way. */
  readonly #busy = new Set<string>()
  #failures = 0
  #closed = false

  constructor(deps: OutboxDeps) {
    this.#deps = deps
    this.unsent = createStore<readonly Unsent[]>(
      deps.storage.read().map((entry) => (entry.state === 'failed' ? entry : { ...entry, state: 'waiting' })),
    )
    this.flush()
  }

  add(to: PersonName, text: string): void {
    const { newId, now } = this.#deps
    this.#set([...this.unsent.get(), { clientId: newId(), to, text, writtenAt: now().toISOString(), state: 'sending' }])
    void this.#sendAll(to.id)
  }

  retry(clientId: string): void {
    this.#change(clientId, { state: 'waiting', reason: undefined })
    this.flush()
  }

  discard(clientId: string): void {
    this.#set(this.unsent.get().filter((entry) => entry.clientId !== clientId))
  }

  /** The line is back, or may be: whatever waits goes out. */
  flush(): void {
    for (const userId of new Set(this.unsent.get().map(({ to }) => to.id))) void this.#sendAll(userId)
  }

  close(): void {
    this.#closed = true
  }

  async #sendAll(userId: string): Promise<void> {
    if (this.#busy.has(userId)) return
    this.#busy.add(userId)
    try {
      for (let next = this.#next(userId); next && !this.#closed; next = this.#next(userId))
        if (!(await this.#sendOne(next))) return
    } finally {
      this.#busy.delete(userId)
    }
  }

  #next(userId: string): Unsent | undefined {
    return this.unsent.get().find((entry) => entry.to.id === userId && entry.state !== 'failed')
  }

  /** False when the others had better wait. */
  async #sendOne({ clientId, to, text }: Unsent): Promise<boolean> {
    this.#change(clientId, { state: 'sending' })
    try {
      const message = await this.#deps.send({ userId: to.id, text, clientId })
      this.#failures = 0
      // Shown as sent before it leaves here, so that it never blinks.
      await this.#deps.onSent(to, message)
      this.discard(clientId)
      return true
    } catch (error) {
      const { reason, retryAfterSeconds } = this.#deps.explain(error)
      if (!PASSING.has(reason)) {
        this.#change(clientId, { state: 'failed', reason })
        return true
      }
      this.#delay(to.id)
      const ms = retryAfterSeconds ? retryAfterSeconds * 1000 : (WAITS_MS[this.#failures] ?? 30_000)
      this.#failures++
      this.#deps.after(ms, () => this.flush())
      return false
    }
  }

  /** Those behind it wait too, and say so. */
  #delay(userId: string): void {
    this.#set(
      this.unsent
        .get()
        .map((entry) => (entry.to.id === userId && entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry)),
    )
  }

  #change(clientId: string, change: Partial<Unsent>): void {
    this.#set(this.unsent.get().map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry)))
  }

  #set(unsent: Unsent[]): void {
    if (this.#closed) return
    this.unsent.set(unsent)
    this.#deps.storage.write(unsent)
  }
}
