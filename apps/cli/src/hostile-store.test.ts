import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { oneLine, plainLines } from './clean-text.ts'

// The clipboard, the title, a cleared screen, a faked line, C1 commands, text turned round, hidden letters.
const HOSTILE = 'a\u001b]52;c;cm0gLXJm\u0007\u001b]0;title\u0007\u001b[2J\r\nLogged in\u009b2J\u202egnp\u2028\u{e0041}'

let server: Server
let address: string
let home: string
let failing = false
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kettle-hostile-'))
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const build = {
      ...{ id: HOSTILE, version: HOSTILE, platform: HOSTILE, installBytes: 1, createdAt: HOSTILE },
      channels: [HOSTILE],
    }
    const data: Record<string, unknown> = {
      '/trpc/auth.me': { name: HOSTILE, email: HOSTILE },
      '/trpc/storage.games': [
        { id: 'x', slug: HOSTILE },
        { id: 'y', slug: 'mine' },
      ],
      '/trpc/storage.builds': [build],
    }
    const error = {
      message: HOSTILE,
      code: -32600,
      data: { reason: 'INVALID_INPUT', requestId: HOSTILE, fields: { [HOSTILE]: HOSTILE } },
    }
    const isKnown = !failing && path in data
    response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKnown ? { result: { data: data[path] } } : { error }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await rm(home, { recursive: true, force: true })
})

async function kettle(...words: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  await once(child, 'close')
  return said
}

it('prints nothing of a store’s that a terminal would obey, and no line that it made up', async () => {
  const runs = [
    await kettle('login', '--server', address, '--token', 'x'),
    await kettle('builds', 'mine'),
    await kettle('builds', 'not there'),
    await kettle('promote', '01900000-0000-7000-8000-000000000000', '--channel', 'stable'),
  ]
  failing = true
  runs.push(await kettle('login', '--server', address, '--token', 'x'), await kettle('builds', 'mine'))
  failing = false
  for (const said of runs) {
    expect(said).toContain('2J')
    expect(said.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202e\u{e0041}]/u)
    for (const line of said.split('\n')) expect(line).not.toMatch(/^Logged in(?! to http)/u)
  }
})

it('leaves what people write as it is', () => {
  for (const text of ['Ёжик — 50 % «чай»', '👩‍👩‍👧 é', 'العربية', 'a\\b']) expect(oneLine(text)).toBe(text)
  expect(oneLine('a\nb\tc')).toBe('a\ufffdb\ufffdc')
  expect(plainLines('a\n\u001b[1mb')).toBe('a\n\ufffd[1mb')
})
