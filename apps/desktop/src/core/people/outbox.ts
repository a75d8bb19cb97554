import { randomUUID } from 'node:crypto'
import type { StoredMessage } from '@kettle/api/client'
import { z } from 'zod'
import type { FailureReason } from '../../shared/bridge.ts'
import { failureOf } from '../failure.ts'
import type { Clock } from '../ports.ts'
import type { PeopleStore } from './ports.ts'

/** A message that the store doesn't have yet, as far as this launcher knows. */
export interface Unsent {
  clientId: string
  userId: string
  text: string
  /** ISO. */
  writtenAt: string
  state: 'sending' | 'waiting' | 'failed'
  failure: FailureReason | null
}

/** As it is kept over a restart. */
export const unsentSchema = z.array(
  z.object({
    ...{ clientId: z.string(), userId: z.string(), text: z.string(), writtenAt: z.string() },
    ...{ state: z.enum(['sending', 'waiting', 'failed']), failure: z.custom<FailureReason>().nullable() },
  }),
)

/** Failures that pass by themselves. */
const PASSING = new Set<FailureReason>(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED', 'NOT_SIGNED_IN'])
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

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

/**
 * Sends messages one after another in each conversation, each until the store has it. A store knows a message by its clientId, so
 * asking again is safe: after a restart too, and when the answer to the first try was lost.
 */
export function createOutbox(deps: {
  left: Unsent[]
  clock: Pick<Clock, 'now' | 'after'>
  send: PeopleStore['send']
  /** The store has it. */
  sent: (userId: string, message: StoredMessage) => void
  /** What there is now, to be shown and kept. */
  changed: (unsent: Unsent[], userId: string) => void
}): Outbox {
  const { left, clock, send, sent, changed } = deps
  let unsent: Unsent[] = left.map((entry) => (entry.state === 'failed' ? entry : { ...entry, state: 'waiting' }))
  // Conversations whose messages are on their way.
  const busy = new Set<string>()
  let failures = 0
  let closed = false
  let stopTimer: (() => void) | null = null

  const set = (now: Unsent[], userId: string): void => {
    if (closed) return
    unsent = now
    changed(unsent, userId)
  }
  const change = (clientId: string, part: Partial<Unsent>): void => {
    const entry = unsent.find((one) => one.clientId === clientId)
    if (!entry) return
    set(
      unsent.map((one) => (one === entry ? { ...one, ...part } : one)),
      entry.userId,
    )
  }
  const remove = (clientId: string): void => {
    const entry = unsent.find((one) => one.clientId === clientId)
    if (!entry) return
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
      // Shown as stored before it leaves here, so that it never blinks.
      sent(userId, message)
      remove(clientId)
      return true
    } catch (error) {
      if (closed) return false
      const { reason, retryAfterSeconds } = failureOf(error)
      if (!PASSING.has(reason)) {
        change(clientId, { state: 'failed', failure: reason })
        return true
      }
      // Those behind it wait too, and say so.
      set(
        unsent.map((one) =>
          one.userId === userId && one.state === 'sending' ? { ...one, state: 'waiting', failure: reason } : one,
        ),
        userId,
      )
      const ms = retryAfterSeconds ? retryAfterSeconds * 1000 : (WAITS_MS[failures] ?? 30_000)
      failures++
      stopTimer?.()
      stopTimer = clock.after(ms, flush)
      return false
    }
  }
  const sendAll = async (userId: string): Promise<void> => {
    if (busy.has(userId) || closed) return
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
      const writtenAt = new Date(clock.now()).toISOString()
      const entry: Unsent = { clientId: randomUUID(), userId, text, writtenAt, state: 'waiting', failure: null }
      set([...unsent, entry], userId)
      void sendAll(userId)
    },
    retry(clientId) {
      if (unsent.find((one) => one.clientId === clientId)?.state !== 'failed') return
      change(clientId, { state: 'waiting', failure: null })
      flush()
    },
    discard(clientId) {
      if (unsent.find((one) => one.clientId === clientId)?.state === 'failed') remove(clientId)
    },
    settle: remove,
    flush,
    close() {
      closed = true
      stopTimer?.()
    },
  }
}
