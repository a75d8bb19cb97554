import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { HostServer } from './server.ts'

/** The screens from their sources, with hot reload. */
export interface DevScreens {
  respond(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

/** The same secret for each start on a data folder, so that a page finds its launcher again after a restart. */
export async function devSecret(data: string): Promise<string> {
  const file = join(data, 'dev-secret')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (/^[\w-]{32}$/u.test(kept)) return kept
  const secret = randomBytes(24).toString('base64url')
  await mkdir(data, { recursive: true })
  await writeFile(file, secret, { mode: 0o600 })
  return secret
}

/** Starts Vite on the renderer's sources, below the secret path of the host. */
export async function openDevScreens(host: HostServer): Promise<DevScreens> {
  const [{ createServer }, { rendererConfig }] = await Promise.all([
    import('vite'),
    import('../../renderer.vite.config.ts'),
  ])
  const vite = await createServer({
    ...rendererConfig,
    configFile: false,
    logLevel: 'warn',
    clearScreen: false,
    base: new URL(host.url).pathname,
    server: { middlewareMode: true, hmr: { server: host.server } },
    appType: 'spa',
  })
  return {
    respond(request, response) {
      vite.middlewares(request, response, () => response.writeHead(404).end())
    },
    close: () => vite.close(),
  }
}

/** Vite answers these by itself, on the same server. */
export function isHotReload(request: IncomingMessage): boolean {
  return /^vite-(hmr|ping)$/u.test(request.headers['sec-websocket-protocol'] ?? '')
}
