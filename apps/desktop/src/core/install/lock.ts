import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, rm, stat, writeFile } from 'node:fs/promises'
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
const WRITTEN_WITHIN_MS = 10_000

/**
 * Makes sure that only one launcher works in a folder. A lock whose process is gone (killed, or before the computer was
 * started anew) is taken over. Returns the way to let go. @throws InstallError BUSY
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  await makeStateFolder(dir)
  const { lock } = statePaths(dir)
  const me: Holder = { pid: process.pid, token: randomUUID(), boot: bootSeconds(), started: startOf(process.pid) }
  for (let tried = 0; tried < TRIES; tried++) {
    if (await place(lock, me)) return () => letGo(lock, me)
    const holder = parse(await readText(lock))
    if (holder && isAlive(holder))
      throw new InstallError('BUSY', `Another launcher (process ${holder.pid}) is at work in ${dir}`)
    if (await isDead(lock)) await removeDead(lock, me)
  }
  throw new InstallError('BUSY', `Another launcher is about to work in ${dir}`)
}

async function letGo(lock: string, me: Holder): Promise<void> {
  if (parse(await readText(lock))?.token === me.token) await rm(lock, { force: true })
}

/** Takes a dead lock away. One at a time: who comes late would take away the next one's, which is alive. */
async function removeDead(lock: string, me: Holder): Promise<void> {
  const turn = `${lock}.turn`
  if (!(await place(turn, me))) {
    // Left by one that was killed in the midst of this.
    if (await isDead(turn)) await rm(turn, { force: true })
    return
  }
  try {
    // Whoever holds the turn finds the dead one still there, or has come late.
    if (await isDead(lock)) await rm(lock, { force: true })
  } finally {
    await letGo(turn, me)
  }
}

/** Whether a lock is there whose holder is gone. One that can't be read is being written just now, or was when the power went. */
async function isDead(lock: string): Promise<boolean> {
  const text = await readText(lock)
  if (text === null) return false
  const holder = parse(text)
  if (holder) return !isAlive(holder)
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }))
  return Math.abs(Date.now() - mtimeMs) > WRITTEN_WITHIN_MS
}

/** Puts a lock there, whole from its first moment on, unless there is one. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const text = JSON.stringify(holder)
  const draft = `${path}.${holder.token}`
  try {
    await writeFile(draft, text)
    return await link(draft, path).then(
      () => true,
      // exFAT knows no second name for a file.
      (error) => errorCode(error) !== 'EEXIST' && create(path, text),
    )
  } finally {
    await rm(draft, { force: true })
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
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
