import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import type { HashingTask } from './accounts/hashing.ts'
import { emailOf, PASSWORD, strangerOf } from './accounts/people.ts'
import { median, type Report } from './row.ts'

const ROUNDS = 5
const SECONDS = 4
const AT_ONCE = 8
const FLOOD_CONNECTIONS = 128
/** Calls of each kind whose times are compared; more where a call is short and noise is large beside it. */
const CALLS = { login: 300, resetPassword: 1500, register: 300 }

/**
 * Log-ins a second over HTTP against bare hashing at the same parameters and concurrency; how /healthz fares meanwhile; and whether the
 * time of an answer tells if an address is known.
 */
export async function accounts(report: Report): Promise<void> {
  const mail = await start<number>('./accounts/mail-stand-in.ts')
  const store = await start<string>('./accounts/server.ts', [String(mail.said)])
  const hashing = await start<string>('./accounts/hashing.ts')
  try {
    await throughput(store.said, hashing.child, report)
    await flood(store.said, report)
    await drained(store.said)
    await times(store.said, report)
  } finally {
    for (const { child } of [store, hashing, mail]) {
      child.disconnect()
      await once(child, 'exit')
    }
  }
}

async function throughput(url: string, hashing: ChildProcess, report: Report): Promise<void> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const { non2xx, errors, requests } = await logIns(url, AT_ONCE, SECONDS)
    if (non2xx > 0 || errors > 0) throw new Error(`log-ins: ${non2xx} refusals, ${errors} errors`)
    hashing.send({ atOnce: AT_ONCE, seconds: SECONDS } satisfies HashingTask)
    const [rate] = await once(hashing, 'message')
    // The first round warms up.
    if (round === 0) continue
    ours.push(requests.total / SECONDS)
    bare.push(rate)
  }
  const [mine, peer] = [median(ours), median(bare)]
  report({ name: 'auth.login / bare Argon2id', ours: mine, peer, unit: 'a second', ratio: mine / peer, bar: '>= 0.9' })
}

function logIns(url: string, connections: number, duration: number): Promise<autocannon.Result> {
  let number = 0
  return autocannon({
    url: `${url}/trpc/auth.login`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections,
    duration,
    // Each connection is somebody else, as in life.
    setupClient: (client) => client.setBody(JSON.stringify({ email: emailOf(number++), password: PASSWORD })),
  })
}

async function flood(url: string, report: Report): Promise<void> {
  const idle = await healthTimes(url, wait(SECONDS * 1000))
  const flooding = logIns(url, FLOOD_CONNECTIONS, SECONDS * 2)
  const during = await healthTimes(url, flooding)
  const [mine, peer] = [p99(during), p99(idle)]
  const { '2xx': served, non2xx } = await flooding
  report({
    name: `/healthz p99 while ${FLOOD_CONNECTIONS} log in at once (${served} got in, ${non2xx} were told to wait) / idle`,
    ...{ ours: mine, peer, unit: 'ms', ratio: peer / mine, bar: 'for information' },
  })
}

/** Whoever of the flood still waits for a turn has had it. */
async function drained(url: string): Promise<void> {
  while ((await logIns(url, 1, 1)).non2xx > 0);
}

async function healthTimes(url: string, until: Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  let over = false
  // autocannon gives something that can be awaited, but no promise.
  const end = Promise.resolve(until).finally(() => {
    over = true
  })
  while (!over) {
    taken.push(await timed(() => fetch(`${url}/healthz`)))
    await wait(5)
  }
  await end
  return taken
}

async function times(url: string, report: Report): Promise<void> {
  const call = (path: string, input: object) => () =>
    fetch(`${url}/trpc/auth.${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
  const password = 'kettle on another bench'
  const paths: Record<keyof typeof CALLS, (email: string) => () => Promise<Response>> = {
    login: (email) => call('login', { email, password }),
    resetPassword: (email) => call('resetPassword', { email }),
    register: (email) => call('register', { name: 'Anna', email, password }),
  }
  for (const [path, ask] of Object.entries(paths) as [keyof typeof CALLS, (typeof paths)['login']][]) {
    const known: number[] = []
    const unknown: number[] = []
    // By lot: neither kind must always come after the other, and pay for what it left to do.
    for (let left = CALLS[path] * 2, warmUp = 40; left > 0; left--, warmUp--) {
      const isKnown = Math.random() < 0.5
      const taken = await timed(ask(isKnown ? emailOf(left) : strangerOf(left)))
      if (warmUp <= 0) (isKnown ? known : unknown).push(taken)
    }
    const [mine, peer] = [median(known), median(unknown)]
    const percent = ((mine / peer - 1) * 100).toFixed(1)
    report({
      name: `auth.${path}: a known address / an unknown one (medians differ by ${percent} %)`,
      ...{ ours: mine, peer, unit: 'ms', ratio: mine / peer, bar: '0.95 to 1.05' },
    })
  }
}

async function timed(ask: () => Promise<Response>): Promise<number> {
  const began = performance.now()
  const response = await ask()
  await response.arrayBuffer()
  if (response.status >= 500) throw new Error(`${response.url}: ${response.status}`)
  return performance.now() - began
}

const p99 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN

async function start<Said>(file: string, args: string[] = []): Promise<{ child: ChildProcess; said: Said }> {
  const child = fork(new URL(file, import.meta.url), args)
  const said = await new Promise<Said>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Said))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return { child, said }
}
