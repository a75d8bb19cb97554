import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../start.ts', import.meta.url))

export interface RunningStart {
  child: ChildProcess
  output(): string
  /** Resolves when all that was printed so far matches; rejects when it ends before. */
  said(pattern: RegExp): Promise<void>
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>
}

/** What `npm start` runs, as a program of its own. */
export function runStart(env: Record<string, string>, args: string[] = []): RunningStart {
  const { DATABASE_URL: _db, REDIS_URL: _redis, ...rest } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: string) => {
    output += chunk
    child.emit('said')
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    output: () => output,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(output)) return
          child.off('said', look)
          resolve()
        }
        child.on('said', look)
        void ended.then((code) => reject(new Error(`it ended with ${code} before it said ${pattern}:\n${output}`)))
        look()
      }),
  }
}

/** Ids and command lines of all processes that were started with this data folder, by Linux's /proc. */
export function processesOf(dataDir: string): { pid: number; line: string }[] {
  const found: { pid: number; line: string }[] = []
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid) || pid === process.pid) continue
    try {
      // Redis writes its title over its environment, but it stands in its folder.
      const ours =
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`KETTLE_DATA_DIR=${dataDir}\0`) ||
        readlinkSync(`/proc/${pid}/cwd`).startsWith(`${dataDir}/`)
      if (!ours) continue
      found.push({ pid, line: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') })
    } catch {
      // Gone in between.
    }
  }
  return found
}
