import type { StoredMessage } from '@kettle/api/client'

/** A message that the store doesn't have yet, as far as anybody here knows. */
export interface Unsent {
  clientId: string
  /** To whom. */
  userId: string
  text: string
  /** ISO. */
  writtenAt: string
  state: 'sending' | 'waiting' | 'failed'
  /** Why it waits or has failed: the API's reason. */
  failure: string | null
}

/** What was written and isn't stored yet, per conversation in its order. What an earlier run left goes out with the first `flush`. */
export interface Outbox {
  to(userId: string): Unsent[]
  add(userId: string, text: string): void
  retry(clientId: string): void
  /** Throws one away that has failed: what is on its way can't be called back. */
  discard(clientId: string): void
  /** The store has it after all. */
  settle(clientId: string): void
  /** The line is back, or may be: whatever waits goes out. */
  flush(): void
  close(): void
}

export interface OutboxDeps {
  /** What an earlier run left. */
  left: Unsent[]
  send(message: { userId: string; text: string; clientId: string }): Promise<StoredMessage>
  /** The store has it: what this returns is waited for, so that it is shown as stored before it leaves here, and never blinks. */
  sent(userId: string, message: StoredMessage): unknown
  /** What there is now, to be shown and kept, and in whose conversation it has changed. */
  changed(unsent: Unsent[], userId: string): void
  /** What a failure says: its reason, and when to come again. */
  explain(error: unknown): { reason: string; retryAfterSeconds?: number }
  /** Whether a failure passes without anybody's doing. */
  passes(reason: string): boolean
  newId(): string
  /** In milliseconds. */
  now(): number
  /** Acts later, unless the function it returns was called. */
  after(ms: number, act: () => void): () => void
}

const PASSING = new Set(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'])
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/** Whether a failure is one of the line or of the store, and will be over some time. */
export const passesByItself = (reason: string): boolean => PASSING.has(reason)

/**
 * Sends messages one after another in each conversation, each until the store has it. A store knows a message by its clientId, so
 * asking again is safe: after a restart too, and when the answer to the first try was lost.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { left, send, sent, changed, explain, passes, newId, now, after } = deps
  let unsent: Unsent[] = left.map((entry) => (entry.state === 'failed' ? entry : { ...entry, state: 'waiting' }))
  // Conversations whose messages are on their way.
  const busy = new Set<string>()
  let failures = 0
  let closed = false
  let stopTimer: (() => void) | null = null

  const find = (clientId: string): Unsent | undefined => unsent.find((one) => one.clientId === clientId)
  const set = (next: Unsent[], userId: string): void => {
    if (closed) return
    unsent = next
    changed(unsent, userId)
  }
  const change = (clientId: string, part: Partial<Unsent>): void => {
    const entry = find(clientId)
    if (entry)
      set(
        unsent.map((one) => (one === entry ? { ...one, ...part } : one)),
        entry.userId,
      )
  }
  const remove = (clientId: string): void => {
    const entry = find(clientId)
    if (entry)
      set(
        unsent.filter((one) => one !== entry),
        entry.userId,
      )
  }
  /** False when the others had better wait. */
  const sendOne = async ({ clientId, userId, text }: Unsent): Promise<boolean> => {
    change(clientId, { state: 'sending', failure: null })
    try {
      const message = await send({ userId, text, clientId })
      if (closed) return false
      failures = 0
      await sent(userId, message)
      remove(clientId)
      return true
    } catch (error) {
      if (closed) return false
      const { reason, retryAfterSeconds } = explain(error)
      if (!passes(reason)) {
        change(clientId, { state: 'failed', failure: reason })
        return true
      }
      // Those behind it wait too, and say so.
      const delayed = ({ userId: to, state }: Unsent): boolean => to === userId && state === 'sending'
      set(
        unsent.map((one) => (delayed(one) ? { ...one, state: 'waiting', failure: reason } : one)),
        userId,
      )
      const ms = retryAfterSeconds ? retryAfterSeconds * 1000 : (WAITS_MS[failures] ?? 30_000)
      failures++
      stopTimer?.()
      stopTimer = after(ms, flush)
      return false
    }
  }
  const sendAll = async (userId: string): Promise<void> => {
    if (busy.has(userId)) return
    busy.add(userId)
    try {
      for (;;) {
        const next = unsent.find((one) => one.userId === userId && one.state !== 'failed')
        if (!next || closed || !(await sendOne(next))) return
      }
    } finally {
      busy.delete(userId)
    }
  }
  const flush = (): void => {
    for (const userId of new Set(unsent.map((one) => one.userId))) void sendAll(userId)
  }
  return {
    to: (userId) => unsent.filter((one) => one.userId === userId),
    add(userId, text) {
      const writtenAt = new Date(now()).toISOString()
      set([...unsent, { clientId: newId(), userId, text, writtenAt, state: 'sending', failure: null }], userId)
      void sendAll(userId)
    },
    retry(clientId) {
      if (find(clientId)?.state !== 'failed') return
      change(clientId, { state: 'waiting', failure: null })
      flush()
    },
    discard(clientId) {
      if (find(clientId)?.state === 'failed') remove(clientId)
    },
    settle: remove,
    flush,
    close() {
      closed = true
      stopTimer?.()
    },
  }
}
