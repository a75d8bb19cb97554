import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import type { Subject } from './api/server.ts'
import { median, type Report } from './row.ts'

const ROUNDS = 3
const SECONDS = 3
const CONNECTIONS = 20

/** Requests per second of our reads against the same SQL in an empty tRPC query and in a bare Fastify handler, in turn; medians. */
export async function api(report: Report): Promise<void> {
  const child = fork(new URL('./api/server.ts', import.meta.url))
  const subjects = await new Promise<Subject[]>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Subject[]))
    child.once('exit', (code) => reject(new Error(`the servers ended with ${code}`)))
  })
  for (const subject of subjects) await measure(subject, report)
  child.disconnect()
  await once(child, 'exit')
}

async function measure(subject: Subject, report: Report): Promise<void> {
  const figures = { ours: [] as number[], trpc: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ['ours', 'trpc', 'bare'] as const) {
      const rate = await load(subject[name], subject.token)
      // The first round warms up.
      if (round > 0) figures[name].push(rate)
    }
  const ours = median(figures.ours)
  const row = (what: 'trpc' | 'bare', words: string) => {
    const peer = median(figures[what])
    const name = `${subject.name} / ${words} with the same SQL`
    report({ name, ours, peer, unit: 'requests/s', ratio: ours / peer, bar: subject.bars[what] })
  }
  row('trpc', 'an empty tRPC query')
  row('bare', 'a bare Fastify handler')
}

async function load(url: string, token: string | null): Promise<number> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.average
}
