import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readPid, runs } from './processes.ts'

/** Keeps a second start off the same data folder. Gives the pid of the one that runs, or the way to let go. */
export function lockFolder(dir: string): { heldBy: number } | { release(): void } {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'lock')
  for (;;) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return { release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const heldBy = readPid(file)
      if (heldBy !== process.pid && runs(heldBy, 'start.ts')) return { heldBy }
      // Left by one that was killed.
      rmSync(file, { force: true })
    }
  }
}
