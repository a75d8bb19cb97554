import type { Server } from 'node:http'
import { networkOf } from '@kettle/api'

/** Connections that one address may hold open; a browser opens six, an office behind one address some dozens. */
const MAX_PER_ADDRESS = 250

/**
 * Lets no address hold more than its share of connections. For who comes through a believed proxy all of them have the proxy's address, so
 * `isProxy` is not counted: it has limits of its own.
 */
export function limitConnections(server: Server, isProxy: (address: string) => boolean, most = MAX_PER_ADDRESS): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined || isProxy(remoteAddress)) return
    const network = networkOf(remoteAddress)
    const count = (open.get(network) ?? 0) + 1
    open.set(network, count)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
    if (count > most) socket.destroy()
  })
}
