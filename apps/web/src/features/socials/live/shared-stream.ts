import type { StreamEvent } from '@kettle/api/client'
import { openStream } from './event-stream.ts'

/** A browser gives a site six connections over HTTP/1.1: with a stream in every tab, the seventh tab of the store would hang. */
type Word =
  | { kind: 'event'; event: StreamEvent }
  | { kind: 'line'; up: boolean }
  /** A tab has opened and asks how the line is. */
  | { kind: 'who' }
  /** Somebody is at one of the tabs. */
  | { kind: 'input' }

export interface SharedStreamHandlers {
  onEvent(event: StreamEvent): void
  onLine(up: boolean): void
  onSessionLost(): void
  isSignedIn(): Promise<boolean>
  setPresence(connectionId: string, state: 'online' | 'away'): void
}

export interface SharedStream {
  /** Whether this tab holds the line: what a browser does once, it does. */
  isFirst(): boolean
  /** Whether somebody was at any of the store's tabs within so many milliseconds. */
  isAttended(withinMs: number): boolean
  close(): void
}

const AWAY_MS = 5 * 60_000
const SAID_EVERY_MS = 15_000

/**
 * One stream for all of a browser's tabs of one person: the tab that gets the lock holds it and passes on what it hears; when it is
 * closed, the next one takes over. Where browsers have no locks (plain http), every tab has its own. Says "away" for the browser when nobody
 * was at any tab for five minutes, and "online" at the first touch.
 */
export function shareStream(userId: string, handlers: SharedStreamHandlers): SharedStream {
  const name = `kettle-stream ${userId}`
  const end = new AbortController()
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined
  const connectionId = newId()
  let first = false
  let up = false
  let away = false
  let lastInput = Date.now()
  let lastSaid = 0
  const post = (word: Word) => channel?.postMessage(word)

  const lead = (): (() => void) => {
    first = true
    return openStream(connectionId, handlers.isSignedIn, {
      onEvent(event) {
        handlers.onEvent(event)
        post({ kind: 'event', event })
        if (event.kind === 'hello') {
          away = false
          attend()
        }
      },
      onLine(now) {
        up = now
        handlers.onLine(now)
        post({ kind: 'line', up: now })
      },
      onSessionLost: handlers.onSessionLost,
    })
  }
  /** Tells the store when somebody has gone or come back. */
  const attend = () => {
    const gone = Date.now() - lastInput >= AWAY_MS
    if (!first || !up || gone === away) return
    away = gone
    handlers.setPresence(connectionId, gone ? 'away' : 'online')
  }
  const touched = () => {
    lastInput = Date.now()
    attend()
    if (lastInput - lastSaid < SAID_EVERY_MS) return
    lastSaid = lastInput
    post({ kind: 'input' })
  }
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'input') {
        lastInput = Date.now()
        attend()
      } else if (data.kind === 'who') {
        if (first && up) post({ kind: 'line', up })
      } else if (first) return
      else if (data.kind === 'event') handlers.onEvent(data.event)
      else {
        // Whatever was missed before this tab listened is read anew.
        if (data.up && !up) handlers.onEvent({ kind: 'hello', connectionId })
        up = data.up
        handlers.onLine(up)
      }
    }
  const ticking = setInterval(attend, 10_000)
  const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
  for (const input of inputs) window.addEventListener(input, touched, { passive: true, signal: end.signal })
  end.signal.addEventListener('abort', () => {
    clearInterval(ticking)
    channel?.close()
  })

  if (navigator.locks && channel) {
    post({ kind: 'who' })
    navigator.locks
      .request(name, { signal: end.signal }, () => {
        if (end.signal.aborted) return
        const close = lead()
        return new Promise<void>((resolve) => {
          end.signal.addEventListener('abort', () => {
            close()
            resolve()
          })
        })
      })
      .catch(() => {})
  } else {
    const close = lead()
    end.signal.addEventListener('abort', close)
  }
  return {
    isFirst: () => first,
    isAttended: (withinMs) => Date.now() - lastInput < withinMs,
    close: () => end.abort(),
  }
}

/** A random UUID, also on plain http, where crypto.randomUUID is missing. */
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
