import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))

export interface RunningStart {
  child: ChildProcess
  output(): string
  /** Resolves when all that was printed so far matches; rejects when it ends before. */
  said(pattern: RegExp): Promise<void>
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>
}

/** What `npm start` runs, or `npm run dev`, as a program of its own. */
export function runStart(env: Record<string, string>, args: string[] = [], program = 'start.ts'): RunningStart {
  const { DATABASE_URL: _db, REDIS_URL: _redis, ...rest } = process.env
  const child = spawn(process.execPath, [join(folder, program), ...args], {
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

/** Ids and command lines of all processes that were started with this data folder, and of their children, by Linux's /proc. */
export function processesOf(dataDir: string): { pid: number; line: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        // Redis writes its title over its environment, but it stands in its folder.
        const isOurs =
          readFileSync(`/proc/${name}/environ`, 'utf8').includes(`KETTLE_DATA_DIR=${dataDir}\0`) ||
          readlinkSync(`/proc/${name}/cwd`).startsWith(`${dataDir}/`)
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{ pid: Number(name), parent, line, isOurs }]
      } catch {
        // Gone in between.
        return []
      }
    })
  const ours = new Set(all.filter(({ isOurs }) => isOurs).map(({ pid }) => pid))
  // The SFTP and ingest processes get no settings in their environment.
  for (let before = -1; before < ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  return all.filter(({ pid }) => ours.has(pid)).map(({ pid, line }) => ({ pid, line }))
}
