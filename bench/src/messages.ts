import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { Talkers } from './messages/server.ts'
import { median, type Report } from './row.ts'

const STREAMS = 1000
const AT_ONCE = 8
const ROUNDS = 3
const MB = 1 << 20

/** A stream that is read by lines, and who hears of a text first. */
type Heard = Map<string, (at: number) => void>
interface Way {
  open(index: number): { path: string; headers: Record<string, string> }
  say(from: number, to: number, text: string): { path: string; headers: Record<string, string>; body: object }
  url: string
}

/**
 * A thousand open streams on one node and a message to each: how long from the sender's request to the reader's screen, how much
 * memory a stream costs; against a bare handler with a row, Redis and an open response.
 */
export async function messages(report: Report): Promise<void> {
  const child = fork(new URL('./messages/server.ts', import.meta.url), [String(STREAMS)], { execArgv: ['--expose-gc'] })
  try {
    const [{ ours, bare, people }] = (await once(child, 'message')) as [Talkers]
    const json = { 'content-type': 'application/json' }
    const bearer = (index: number) => ({ authorization: `Bearer ${people[index]?.token}` })
    const ways: Record<'ours' | 'bare', Way> = {
      ours: {
        url: ours,
        open: (index) => ({ path: '/trpc/socials.onEvent?input=%7B%7D', headers: bearer(index) }),
        say: (from, to, text) => ({
          path: '/trpc/socials.sendMessage',
          headers: { ...json, ...bearer(from) },
          body: { userId: people[to]?.id, text, clientId: crypto.randomUUID() },
        }),
      },
      bare: {
        url: bare,
        open: (index) => ({ path: `/stream/${people[index]?.id}`, headers: {} }),
        say: (from, to, text) => ({
          path: '/say',
          headers: json,
          body: { userId: people[to]?.id, senderId: people[from]?.id, text },
        }),
      },
    }
    const empty = await memory(child)
    const mine = await measure(ways.ours, child)
    const middle = await memory(child)
    const peer = await measure(ways.bare, child)
    for (const [name, pick] of Object.entries({ p50: 0.5, p99: 0.99 })) {
      const [a, b] = [at(mine.times, pick), at(peer.times, pick)]
      report({
        name: `a message to each of ${STREAMS} open streams, request to reader, ${name} / bare handler`,
        ...{ ours: a, peer: b, unit: 'ms', ratio: b / a, bar: 'for information' },
      })
    }
    const [a, b] = [mine.rate, peer.rate]
    report({
      name: 'messages delivered / bare handler',
      ours: a,
      peer: b,
      unit: 'a second',
      ratio: a / b,
      bar: 'for information',
    })
    const [c, d] = [(mine.memory - empty) / MB, (peer.memory - middle) / MB]
    report({
      name: `memory of the node (${(mine.memory / MB).toFixed(0)} MB) that ${STREAMS} open streams and their messages cost`,
      ...{ ours: c, peer: d, unit: 'MB', ratio: d / c, bar: 'for information' },
    })
  } finally {
    child.disconnect()
    await once(child, 'exit')
  }
}

async function measure(way: Way, child: ChildProcess) {
  const heard: Heard = new Map()
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const streams: (() => void)[] = []
  for (let index = 0; index < STREAMS; index += 50)
    streams.push(...(await Promise.all(Array.from({ length: 50 }, (_, add) => openStream(way, index + add, heard)))))
  const times: number[] = []
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    let next = 0
    const began = performance.now()
    const turns = Array.from({ length: AT_ONCE }, async () => {
      for (let index = next++; index < STREAMS; index = next++) {
        const text = `round ${round} for ${index}`
        const sent = performance.now()
        const arrived = new Promise<number>((resolve) => heard.set(`${index} ${text}`, resolve))
        await post(way, agent, way.say(index ^ 1, index, text))
        const took = (await arrived) - sent
        // The first round warms up.
        if (round > 0) times.push(took)
      }
    })
    await Promise.all(turns)
    if (round > 0) rates.push((STREAMS / (performance.now() - began)) * 1000)
  }
  const used = await memory(child)
  for (const close of streams) close()
  agent.destroy()
  return { times: times.toSorted((a, b) => a - b), memory: used, rate: median(rates) }
}

function openStream({ url, open }: Way, index: number, heard: Heard): Promise<() => void> {
  const { path, headers } = open(index)
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { headers: { ...headers, accept: 'text/event-stream' }, agent: false })
    asking.once('error', reject)
    asking.once('response', (answer) => {
      answer.setEncoding('utf8')
      answer.on('error', () => {})
      answer.on('data', (text: string) => {
        if (text.includes('"reason":')) reject(new Error(`the stream was refused: ${text}`))
        if (text.includes('"kind":"hello"')) resolve(() => asking.destroy())
        for (const [, said] of text.matchAll(/"text":"([^"]*)"/gu)) {
          const key = `${index} ${said}`
          heard.get(key)?.(performance.now())
          heard.delete(key)
        }
      })
    })
    asking.end()
  })
}

function post({ url }: Way, agent: Agent, { path, headers, body }: ReturnType<Way['say']>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { method: 'POST', headers, agent }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`a message was refused: ${answer.statusCode}`)),
      )
    })
    asking.once('error', reject)
    asking.end(JSON.stringify(body))
  })
}

async function memory(child: ChildProcess): Promise<number> {
  child.send('memory')
  const [rss] = (await once(child, 'message')) as [number]
  return rss
}

const at = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
