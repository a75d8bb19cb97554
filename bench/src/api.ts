import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import type { Servers } from './api/server.ts'
import { median, type Report } from './row.ts'

const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 20

/** Requests per second of `auth.me` against the same SQL in an empty tRPC query and in a bare Fastify handler, in turn; medians. */
export async function api(report: Report): Promise<void> {
  const child = fork(new URL('./api/server.ts', import.meta.url))
  const servers = await new Promise<Servers>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Servers))
    child.once('exit', (code) => reject(new Error(`the servers ended with ${code}`)))
  })
  const figures = { ours: [] as number[], trpc: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ['ours', 'trpc', 'bare'] as const) {
      const rate = await load(servers[name], servers.token)
      // The first round warms up.
      if (round > 0) figures[name].push(rate)
    }
  child.disconnect()
  await once(child, 'exit')
  const ours = median(figures.ours)
  const row = (what: string, peer: number, bar: string) =>
    report({ name: `auth.me / ${what} with the same SQL`, ours, peer, unit: 'requests/s', ratio: ours / peer, bar })
  row('an empty tRPC query', median(figures.trpc), '>= 0.9')
  row('a bare Fastify handler', median(figures.bare), '>= 0.3')
}

async function load(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.average
}
