import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFile, realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join, sep } from 'node:path'
import { WebSocketServer } from 'ws'
import { contentType } from '../core/content-type.ts'
import type { Launcher } from '../core/launcher.ts'
import { rendererPolicy } from '../core/policy.ts'
import { answer } from '../shared/bridge.ts'
import type { WireMessage, WireRequest } from '../shared/wire.ts'
import { type DevScreens, isHotReload } from './dev-screens.ts'
import type { PageGames } from './page-games.ts'

/** The longest review fits, in any alphabet. */
const MESSAGE_BYTES = 128 << 10

/** A loopback server that carries the bridge to a browser. Without the secret in its address it answers nobody. */
export interface HostServer {
  readonly origin: string
  /** What to open. */
  readonly url: string
  readonly server: Server
  /** Starts answering for this launcher, with the folder of a built renderer or with its sources. */
  serve(launcher: Launcher, renderer: string | DevScreens, pages: PageGames): void
  close(): Promise<void>
}

/** Listens on a port of 127.0.0.1. @throws Error when it is taken */
export async function openHostServer(
  port: number,
  secret: string = randomBytes(24).toString('base64url'),
): Promise<HostServer> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Node forgets a connection that was upgraded, and Vite's may come when Vite is closed already.
  const connections = new Set<Socket>()
  server.on('connection', (connection) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES })
  return {
    origin,
    server,
    url: `${origin}/${secret}/`,
    serve(launcher, renderer, pages) {
      server.on('request', (request, response) => {
        respond({ request, response, origin, secret, launcher, renderer, pages }).catch(() => {
          if (!response.headersSent) response.writeHead(500)
          response.end()
        })
      })
      const isOthers = typeof renderer === 'string' ? () => false : isHotReload
      carryBridge({ server, sockets, origin, secret, launcher, isOthers })
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const connection of connections) connection.destroy()
      await closed
    },
  }
}

async function respond({
  request,
  response,
  origin,
  secret,
  launcher,
  renderer,
  pages,
}: {
  request: IncomingMessage
  response: ServerResponse
  origin: string
  secret: string
  launcher: Launcher
  renderer: string | DevScreens
  pages: PageGames
}): Promise<void> {
  // Another name for this address would be a web page that rebinds its own to us.
  if (`http://${request.headers.host}` !== origin || request.method !== 'GET') return void response.writeHead(403).end()
  if (await pages.serve(request, response)) return
  const path = pathBehind(secret, request.url)
  if (path !== null && !path.startsWith('pictures/') && typeof renderer !== 'string')
    return renderer.respond(request, response)
  const found = path === null ? null : await find(path, renderer, launcher)
  if (!found) return void response.writeHead(404).end()
  response
    .writeHead(200, {
      'content-type': found.type,
      'content-security-policy': rendererPolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': path?.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    })
    .end(found.bytes)
}

/** A picture of the launcher's, or a file of the built renderer. */
async function find(
  path: string,
  renderer: string | DevScreens,
  launcher: Launcher,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  if (path.startsWith('pictures/')) return launcher.picture(path.slice('pictures/'.length))
  if (typeof renderer !== 'string') return null
  const name = path === '' ? 'index.html' : path
  const file = await realpath(join(renderer, name)).catch(() => null)
  if (!file?.startsWith((await realpath(renderer)) + sep)) return null
  return { bytes: await readFile(file), type: contentType(name) }
}

function pathBehind(secret: string, url = '/'): string | null {
  const [, given = '', ...path] = url.split('?', 1)[0]?.split('/') ?? []
  const same = given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret))
  return same ? path.join('/') : null
}

function carryBridge({
  server,
  sockets,
  origin,
  secret,
  launcher,
  isOthers,
}: {
  server: Server
  sockets: WebSocketServer
  origin: string
  secret: string
  launcher: Launcher
  /** Upgrades that somebody else answers. */
  isOthers: (request: IncomingMessage) => boolean
}): void {
  server.on('upgrade', (request, socket, head) => {
    if (isOthers(request)) return
    const ours = request.headers.origin === origin && pathBehind(secret, request.url) === 'bridge'
    if (!ours) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (line) => {
      const send = (message: WireMessage): void => line.send(JSON.stringify(message))
      const silence = launcher.listen((event, value) => send({ event, value } as WireMessage))
      line.on('close', silence)
      line.on('error', () => line.terminate())
      line.on('message', async (text) => {
        const request = parse(String(text))
        if (!request) return line.close(1003)
        send({ id: request.id, answer: await answer(launcher.handlers, request.name, request.input) })
      })
    })
  })
}

function parse(text: string): WireRequest | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
      ? (value as WireRequest)
      : null
  } catch {
    return null
  }
}
