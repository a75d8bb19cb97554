import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { CliFailure } from './failure.ts'

/** Which store one is logged in to. */
export interface Session {
  server: string
  token: string
  email: string
}

/** Where the log-in is kept (XDG base directories): `~/.config/kettle/session.json`. */
export function sessionPath(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'kettle', 'session.json')
}

/** The kept log-in, or null; a file that can't be read as one counts as none. */
export async function readSession(env: NodeJS.ProcessEnv): Promise<Session | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(sessionPath(env), 'utf8'))
    return isSession(kept) ? kept : null
  } catch {
    return null
  }
}

/** The kept log-in, or a failure that says how to get one. */
export async function requireSession(env: NodeJS.ProcessEnv): Promise<Session> {
  const session = await readSession(env)
  if (!session) throw new CliFailure('You are not logged in. Run: kettle login')
  return session
}

/** Keeps a log-in where only this user can read it (mode 600). */
export async function writeSession(env: NodeJS.ProcessEnv, session: Session): Promise<void> {
  const path = sessionPath(env)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, path)
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  return (['server', 'token', 'email'] as const).every((key) => key in value && typeof value[key as never] === 'string')
}
