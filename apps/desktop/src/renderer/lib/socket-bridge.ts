import type { Answer, Bridge, Events, RequestName } from '../../shared/bridge.ts'
import type { WireMessage, WireRequest } from '../../shared/wire.ts'

const AGAIN_MS = 1000

interface SocketBridge extends Bridge {
  /** Tells whether there is a line, now and at each change. */
  onLine(listener: (up: boolean) => void): void
}

const lost: Answer<RequestName> = {
  ok: false,
  failure: { reason: 'UNAVAILABLE', message: 'The launcher does not answer' },
}

/** The bridge over a WebSocket, for a renderer that lives in a browser. It comes back by itself when the line breaks. */
export function socketBridge(address: string): SocketBridge {
  const waiting = new Map<number, (answer: Answer<never>) => void>()
  const listeners = new Map<string, Set<(event: never) => void>>()
  const lineListeners = new Set<(up: boolean) => void>()
  let socket: WebSocket
  let sent = 0
  let up = Promise.withResolvers<void>()

  const connect = (): void => {
    socket = new WebSocket(address)
    socket.onopen = () => {
      up.resolve()
      for (const listener of lineListeners) listener(true)
    }
    socket.onclose = () => {
      up = Promise.withResolvers()
      for (const resolve of waiting.values()) resolve(lost as Answer<never>)
      waiting.clear()
      for (const listener of lineListeners) listener(false)
      setTimeout(connect, AGAIN_MS)
    }
    socket.onmessage = (frame) => {
      const message = JSON.parse(frame.data) as WireMessage
      if ('event' in message) {
        for (const listener of listeners.get(message.event) ?? []) listener(message.value as never)
        return
      }
      waiting.get(message.id)?.(message.answer as Answer<never>)
      waiting.delete(message.id)
    }
  }
  connect()
  return {
    async request(name, input) {
      await up.promise
      const id = ++sent
      const request: WireRequest = { id, name, input }
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        socket.send(JSON.stringify(request))
      })
    },
    on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => void set.delete(listener)
    },
    onLine: (listener) => void lineListeners.add(listener),
  }
}
