import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lives, sight } from './processes.ts'

/** Keeps a second start off the same data folder. Gives the pid of the one that runs, or the way to let go. */
export function lockFolder(dir: string): { heldBy: number } | { release(): void } {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'lock')
  const own = join(dir, `lock.${process.pid}`)
  const { pid, born } = sight(process.pid)
  // Written first and linked then: nobody ever sees a lock that does not say whose it is.
  writeFileSync(own, `${pid}\n${born}\n`)
  try {
    for (;;) {
      try {
        linkSync(own, file)
        return { release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readLock(file)
      if (holder && holder.pid !== pid && lives(holder)) return { heldBy: holder.pid }
      takeAway(file, own)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** Removes a lock left by a process that was killed; one that another start has just made is put back. */
function takeAway(file: string, own: string): void {
  const away = `${own}.away`
  try {
    renameSync(file, away)
  } catch {
    return
  }
  const taken = readLock(away)
  if (taken && taken.pid !== process.pid && lives(taken)) renameSync(away, file)
  else rmSync(away, { force: true })
}

function readLock(file: string): { pid: number; born: string } | null {
  try {
    const [pid, born = ''] = readFileSync(file, 'utf8').split('\n')
    return { pid: Number(pid), born }
  } catch {
    return null
  }
}
