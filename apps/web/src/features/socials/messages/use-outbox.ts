import { createOutbox, type Outbox, passesByItself, type Unsent } from '@kettle/socials/live'
import { useEffect } from 'react'
import { failureOf } from '../../../lib/errors.ts'
import { newIdempotencyKey } from '../../../lib/idempotency-key.ts'
import { trpcClient } from '../../../lib/trpc.ts'
import { applySent } from '../live/caches.ts'
import { createStore, type Store, useStore } from '../live/store.ts'
import { line } from '../live/use-live.ts'
import { keep, kept } from './kept.ts'

/** A line that hangs is a line that is cut. */
const PATIENCE_MS = 20_000

interface OpenOutbox {
  outbox: Outbox
  unsent: Store<readonly Unsent[]>
}

let open: (OpenOutbox & { me: string }) | undefined

/** The messages of this tab that are still on their way. It lives as long as the tab, whatever page is open. */
function outboxOf(me: string): OpenOutbox {
  if (open?.me === me) return open
  open?.outbox.close()
  const key = `kettle-unsent ${me}`
  const left = readUnsent(kept(key))
  const unsent = createStore<readonly Unsent[]>(left)
  const outbox = createOutbox({
    left,
    send: (message) => trpcClient.socials.sendMessage.mutate(message, { signal: AbortSignal.timeout(PATIENCE_MS) }),
    sent: (userId, message) => applySent(userId, message, me),
    changed(now) {
      unsent.set(now)
      keep(key, now.length > 0 ? JSON.stringify(now) : '')
    },
    explain: failureOf,
    // Who is not logged in any more may be followed by another at this tab: nothing goes out by itself then.
    passes: passesByItself,
    newId: newIdempotencyKey,
    now: Date.now,
    after(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  })
  open = { me, outbox, unsent }
  outbox.flush()
  return open
}

function readUnsent(text: string): Unsent[] {
  try {
    return text ? JSON.parse(text) : []
  } catch {
    return []
  }
}

/** The outbox; what is in it goes out as soon as the line is back. */
export function useOutbox(me: string): Outbox {
  const { outbox } = outboxOf(me)
  const up = useStore(line)
  useEffect(() => {
    if (up) outbox.flush()
    const flush = () => outbox.flush()
    window.addEventListener('online', flush)
    return () => window.removeEventListener('online', flush)
  }, [up, outbox])
  return outbox
}

/** What in it is for somebody. */
export function useUnsent(me: string, userId: string): Unsent[] {
  return useStore(outboxOf(me).unsent).filter((entry) => entry.userId === userId)
}
