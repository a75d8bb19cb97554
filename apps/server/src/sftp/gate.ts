import { createServer, type Server, type Socket } from 'node:net'
import type { SftpLimits } from './limits.ts'

/** One socket that was let in. */
export interface Entry {
  /** Ends the time for logging in. */
  loggedIn(): void
}

/**
 * The door before SSH: ssh2's server has no limits of its own (200 idle sockets stay for ever), so each socket is
 * counted and timed here first. `onSocket` gets those that may come in.
 */
export function gate(
  limits: SftpLimits,
  onSocket: (socket: Socket, entry: Entry) => void,
): { server: Server; sockets: ReadonlySet<Socket> } {
  const sockets = new Set<Socket>()
  const perAddress = counter()
  const loggingIn = counter()
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    const address = socket.remoteAddress
    // A socket without an address is gone already.
    if (address === undefined || sockets.size >= limits.connections) return void socket.destroy()
    if (perAddress.of(address) >= limits.connectionsPerAddress || loggingIn.of(address) >= limits.loginsPerAddress)
      return void socket.destroy()
    sockets.add(socket)
    perAddress.up(address)
    loggingIn.up(address)
    const grace = setTimeout(() => socket.destroy(), limits.loginMs)
    let waiting = true
    const loggedIn = (): void => {
      if (!waiting) return
      waiting = false
      clearTimeout(grace)
      loggingIn.down(address)
    }
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      sockets.delete(socket)
      perAddress.down(address)
      loggedIn()
    })
    onSocket(socket, { loggedIn })
  })
  return { server, sockets }
}

function counter(): { of(key: string): number; up(key: string): void; down(key: string): void } {
  const counts = new Map<string, number>()
  const of = (key: string): number => counts.get(key) ?? 0
  return {
    of,
    up: (key) => void counts.set(key, of(key) + 1),
    down: (key) => void (of(key) > 1 ? counts.set(key, of(key) - 1) : counts.delete(key)),
  }
}
