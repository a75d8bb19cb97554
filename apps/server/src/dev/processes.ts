import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** One process for good: its id may be given to another later, the time it was born may not. */
export interface Sighting {
  pid: number
  /** In the system's own form; empty for none. */
  born: string
}

/** The process that has this id now. */
export function sight(pid: number): Sighting {
  return { pid, born: bornAt(pid) }
}

/** Whether the process that was seen is still there. */
export function lives({ pid, born }: Sighting): boolean {
  return born !== '' && bornAt(pid) === born
}

/** Whether a process with this id is there and its command line holds `part`, which must be something no other has. */
export function runs(pid: number, part: string): boolean {
  return bornAt(pid) !== '' && commandLine(pid).includes(part)
}

/** Asks a process to end and waits until it has; after `seconds` it is killed. */
export async function end(seen: Sighting, signal: NodeJS.Signals, seconds = 8): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  send(seen, signal)
  for (let killed = false; lives(seen); await wait(20)) {
    if (Date.now() <= deadline || killed) continue
    // With all that it has started, where it leads a group of its own: initdb runs a Postgres. Windows has no groups.
    if (process.platform !== 'win32') send(seen, 'SIGKILL', -seen.pid)
    send(seen, 'SIGKILL')
    killed = true
  }
}

function send(seen: Sighting, signal: NodeJS.Signals, to = seen.pid): void {
  try {
    if (lives(seen)) process.kill(to, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function bornAt(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 1) return ''
  try {
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'there' : ''
    if (process.platform !== 'linux') {
      const [state = '', ...time] = execFileSync('ps', ['-p', String(pid), '-o', 'stat=,lstart='], { encoding: 'utf8' })
        .trim()
        .split(/\s+/u)
      return state.startsWith('Z') ? '' : time.join(' ')
    }
    // proc(5): after the name in brackets come the state and, 19 further on, the start in ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A dead one that nobody has reaped yet is gone for us.
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** The number on the first line of a file, or 0. */
export function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return 0
  }
}

/** Below the ports that systems give to outgoing connections, any of which could take one before it is listened on. */
const PORTS = { from: 20_000, to: 32_000 }

/** Different ports of the loopback address that nobody listens on at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>()
  try {
    while (held.size < count) {
      const port = randomInt(PORTS.from, PORTS.to)
      const server = held.has(port) ? null : await listenOn(port)
      if (server) held.set(port, server)
    }
    return [...held.keys()]
  } finally {
    await Promise.all([...held.values()].map((server) => new Promise((resolve) => server.close(resolve))))
  }
}

export const freePort = async (): Promise<number> => (await freePorts(1))[0] ?? 0

/** Null where somebody else listens already. */
function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
