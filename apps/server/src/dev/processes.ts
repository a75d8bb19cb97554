import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process with this id is there and its command line holds `part`: an id alone may have been given to another by now. */
export function runs(pid: number, part: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  // A dead one that nobody has reaped yet has no command line.
  const line = commandLine(pid)
  return line !== '' && line.includes(part)
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Asks a process to end and waits until it has; after `seconds` it is killed. */
export async function end(pid: number, part: string, signal: NodeJS.Signals, seconds = 10): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  if (runs(pid, part)) process.kill(pid, signal)
  for (let killed = false; runs(pid, part); await wait(20)) {
    if (Date.now() > deadline && !killed) {
      process.kill(pid, 'SIGKILL')
      killed = true
    }
  }
}

/** The pid on the first line of a file, or 0. */
export function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return 0
  }
}

/** A port of the loopback address that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
