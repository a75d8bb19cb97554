import { useEffect } from 'react'
import { failureOf } from '../../../lib/errors.ts'
import { newIdempotencyKey } from '../../../lib/idempotency-key.ts'
import { trpcClient } from '../../../lib/trpc.ts'
import { applyMessage } from '../live/caches.ts'
import { useStore } from '../live/store.ts'
import { line } from '../live/use-live.ts'
import { keep, kept } from './kept.ts'
import { Outbox, type Unsent } from './outbox.ts'

/** A line that hangs is a line that is cut. */
const PATIENCE_MS = 20_000

let open: { me: string; outbox: Outbox } | undefined

/** The messages of this tab that are still on their way. It lives as long as the tab, whatever page is open. */
export function outboxOf(me: string): Outbox {
  if (open?.me === me) return open.outbox
  open?.outbox.close()
  const key = `kettle-unsent ${me}`
  const outbox = new Outbox({
    send: (message) => trpcClient.socials.sendMessage.mutate(message, { signal: AbortSignal.timeout(PATIENCE_MS) }),
    onSent: (to, message) => applyMessage({ with: to, message }, me),
    explain: failureOf,
    newId: newIdempotencyKey,
    now: () => new Date(),
    storage: {
      read: () => readUnsent(kept(key)),
      write: (unsent) => keep(key, unsent.length > 0 ? JSON.stringify(unsent) : ''),
    },
    after: (ms, act) => setTimeout(act, ms),
  })
  open = { me, outbox }
  return outbox
}

function readUnsent(text: string): Unsent[] {
  try {
    return text ? JSON.parse(text) : []
  } catch {
    return []
  }
}

/** The outbox, and what in it is for somebody; it goes out as soon as the line is back. */
export function useOutbox(me: string): Outbox {
  const outbox = outboxOf(me)
  const up = useStore(line)
  useEffect(() => {
    if (up) outbox.flush()
    const flush = () => outbox.flush()
    window.addEventListener('online', flush)
    return () => window.removeEventListener('online', flush)
  }, [up, outbox])
  return outbox
}
