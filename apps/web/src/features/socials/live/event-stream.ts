import type { StreamEvent } from '@kettle/api/client'

/** What a stream tells its holder. */
export interface StreamHandlers {
  onEvent(event: StreamEvent): void
  /** Whether the line stands; said at each change. */
  onLine(up: boolean): void
  /** The server doesn't know the session any more; the stream has ended for good. */
  onSessionLost(): void
}

/** Longer than the server is ever silent on a line that stands: it pings every 15 s. */
const SILENCE_MS = 45_000
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * Listens to `socials.onEvent` until the returned function is called: over server-sent events as tRPC writes them, taken up where
 * it stopped by the last event's id. It is a reader of our own because @trpc/client's comes in one module with what the first page
 * needs, and would weigh on everybody's first visit. A broken line is tried again with growing waits, and at once when the network or
 * the person comes back.
 */
export function openStream(
  connectionId: string,
  isSignedIn: () => Promise<boolean>,
  handlers: StreamHandlers,
): () => void {
  let source: EventSource | undefined
  let lastEventId: string | undefined
  let failures = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let up: boolean | undefined
  const ends = new AbortController()
  const say = (now: boolean) => {
    if (now === up) return
    up = now
    handlers.onLine(now)
  }
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const heard = () => wait(SILENCE_MS, () => fail())
  const close = () => {
    closed = true
    clearTimeout(timer)
    source?.close()
    ends.abort()
  }
  const fail = (retryAfterMs = 0) => {
    source?.close()
    source = undefined
    if (closed) return
    say(false)
    const ms = Math.max(retryAfterMs, (WAITS_MS[failures] ?? 30_000) * (0.7 + Math.random() * 0.6))
    failures = Math.min(failures + 1, WAITS_MS.length - 1)
    wait(ms, connect)
  }
  const lose = () => {
    close()
    say(false)
    handlers.onSessionLost()
  }
  const connect = () => {
    const input = JSON.stringify({ connectionId, lastEventId })
    const opened = new EventSource(`/trpc/socials.onEvent?input=${encodeURIComponent(input)}`)
    source = opened
    heard()
    const on = (name: string, react: (event: MessageEvent<string>) => void) =>
      opened.addEventListener(name, (event) => {
        if (source === opened) react(event as MessageEvent<string>)
      })
    on('connected', heard)
    on('ping', heard)
    on('message', ({ data, lastEventId: id }) => {
      heard()
      failures = 0
      lastEventId = id || lastEventId
      say(true)
      handlers.onEvent(JSON.parse(data) as StreamEvent)
    })
    on('serialized-error', ({ data }) => {
      const { reason, retryAfterSeconds = 0 } = JSON.parse(data).data ?? {}
      if (reason === 'NOT_SIGNED_IN') lose()
      else fail(retryAfterSeconds * 1000)
    })
    // The node stops: another one, or the same one soon, goes on.
    on('return', () => fail())
    on('error', () => {
      const refused = opened.readyState === EventSource.CLOSED
      fail()
      // The status of a refusal is hidden from scripts, so it is asked for by another road.
      if (refused)
        void isSignedIn().then(
          (signedIn) => signedIn || closed || lose(),
          () => {},
        )
    })
  }
  /** The network or the person is back: no need to wait any longer. */
  const hurry = () => {
    if (source) return
    failures = 0
    wait(0, connect)
  }
  window.addEventListener('online', hurry, { signal: ends.signal })
  const seen = () => document.visibilityState === 'visible' && hurry()
  document.addEventListener('visibilitychange', seen, { signal: ends.signal })
  // A cut line is noticed only by its silence; what the system says of the network is quicker.
  window.addEventListener('offline', () => fail(), { signal: ends.signal })
  connect()
  return close
}
