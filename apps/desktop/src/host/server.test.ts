import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { Launcher } from '../core/launcher.ts'
import type { Handlers } from '../shared/bridge.ts'
import { createPageGames, type PageGames } from './page-games.ts'
import { type HostServer, openHostServer } from './server.ts'

let dir: string
let host: HostServer
let pages: PageGames

const launcher: Launcher = {
  handlers: { logout: async () => undefined } as unknown as Handlers,
  listen: () => () => {},
  snapshot: () => ({}) as never,
  openLink: () => {},
  server: () => '',
  picture: async () => null,
  close: async () => {},
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-host-'))
  await writeFile(join(dir, 'index.html'), '<p>screen</p>')
  host = await openHostServer(0)
  pages = createPageGames(() => host.origin)
  host.serve(launcher, dir, pages)
})
afterEach(async () => {
  await host.close()
  await rm(dir, { recursive: true, force: true })
})

/** A raw GET: fetch would tidy the path and the Host header. */
function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(host.origin)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

function dial(path: string, origin: string): Promise<string> {
  const socket = new WebSocket(host.origin.replace('http', 'ws') + path, { origin })
  return new Promise((resolve) => {
    socket.on('open', () => socket.send(JSON.stringify({ id: 7, name: 'logout' })))
    socket.on('message', (text) => {
      resolve(String(text))
      socket.close()
    })
    socket.on('error', (error) => resolve(error.message))
  })
}

test('the screen is there for who knows the secret, and only below its folder', async () => {
  const home = new URL(host.url).pathname
  expect(await get(home)).toEqual({ status: 200, body: '<p>screen</p>' })
  expect((await get('/')).status).toBe(404)
  expect((await get(`/${'x'.repeat(home.length - 2)}/`)).status).toBe(404)
  expect((await get(`${home}../../../etc/passwd`)).status).toBe(404)
  expect((await get(home, { host: 'evil.test' })).status).toBe(403)
})

test('the bridge answers our page, and no other origin and no guess', async () => {
  const home = new URL(host.url).pathname
  expect(await dial(`${home}bridge`, host.origin)).toBe('{"id":7,"answer":{"ok":true}}')
  expect(await dial(`${home}bridge`, 'http://evil.test')).toContain('403')
  expect(await dial(`${home}bridge`, 'null')).toContain('403')
  expect(await dial('/bridge', host.origin)).toContain('403')
})

test('a game is served without an origin for as long as it is played', async () => {
  const read = async (path: string) =>
    path === 'index.html' ? { bytes: Buffer.from('game'), type: 'text/html' } : null
  const running = await pages.show({ gameId: 'g', title: 'G', entry: 'index.html', language: 'ru', read })
  const page = await fetch(running.page ?? '')
  expect([page.status, (await page.text()).replace(/^<script>[\s\S]*?<\/script>/u, '')]).toEqual([200, 'game'])
  expect(page.headers.get('content-security-policy')).toMatch(
    /^sandbox allow-scripts .*default-src http:\/\/127\.0\.0\.1:\d+\/play\//,
  )
  expect((await fetch(new URL('other.js', running.page ?? ''))).status).toBe(404)
  running.stop()
  await running.over
  expect((await fetch(running.page ?? '')).status).toBe(404)
})

test('closing ends the connections that hot reload was asked for and has not answered', async () => {
  const dev = await openHostServer(0)
  dev.serve(launcher, { respond: (_request, response) => response.end(), close: async () => {} }, pages)
  const upgraded = once(dev.server, 'upgrade')
  const socket = new WebSocket(dev.url.replace('http', 'ws'), 'vite-ping')
  const failed = once(socket, 'error')
  await upgraded
  await dev.close()
  expect(String(await failed)).toContain('socket hang up')
})
