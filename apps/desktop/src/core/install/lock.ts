import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { errorCode, InstallError } from './errors.ts'
import { makeStateFolder, readText } from './state-folder.ts'
import { bootSeconds, sameBoot, statePaths } from './state-paths.ts'

interface Holder {
  pid: number
  token: string
  boot: number
  /** When the process started, as Linux counts it, because process ids are used again. */
  started: string | null
}

const TRIES = 5

/**
 * Makes sure that only one launcher works in a folder. A lock whose process is gone (killed, or before the computer was
 * started anew) is taken over. Returns the way to let go. @throws InstallError BUSY
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  await makeStateFolder(dir)
  const { lock } = statePaths(dir)
  const me: Holder = { pid: process.pid, token: randomUUID(), boot: bootSeconds(), started: startOf(process.pid) }
  for (let tried = 0; tried < TRIES; tried++) {
    if (await create(lock, JSON.stringify(me))) {
      return async () => {
        if (parse(await readText(lock))?.token === me.token) await rm(lock, { force: true })
      }
    }
    const text = await readText(lock)
    const holder = parse(text)
    if (holder && isAlive(holder))
      throw new InstallError('BUSY', `Another launcher (process ${holder.pid}) is at work in ${dir}`)
    // Of two that find the same dead lock both may move it away, so what was moved is looked at again.
    const aside = `${lock}.${me.token}`
    if (!(await moveAway(lock, aside))) continue
    if ((await readText(aside)) !== text) await rename(aside, lock)
    else await rm(aside, { force: true })
  }
  throw new InstallError('BUSY', `Another launcher is about to work in ${dir}`)
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(text)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function moveAway(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

function parse(text: string | null): Holder | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && 'pid' in value && 'token' in value ? (value as Holder) : null
  } catch {
    return null
  }
}

function isAlive({ pid, boot, started }: Holder): boolean {
  if (!sameBoot(boot, bootSeconds())) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
  return started === null || started === startOf(pid)
}

function startOf(pid: number): string | null {
  try {
    // The 22nd field of proc(5)'s stat; the second, the name, may itself contain spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null
  } catch {
    return null
  }
}
