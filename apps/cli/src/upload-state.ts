import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** How far a file has come: `sent` bytes from its beginning, of the file as it then was. */
export interface SentFile {
  size: number
  mtimeMs: number
  sent: number
}

/** An upload that may be gone on with. */
export interface UploadState {
  uploadId: string
  files: Record<string, SentFile>
}

/** What an upload is known by: the same push of the same folder to the same store. */
export interface PushKey {
  server: string
  gameId: string
  platform: string
  version: string
  dir: string
}

/** Where an upload's state is kept (XDG base directories): `~/.local/state/kettle/uploads/`. */
function statePath(env: NodeJS.ProcessEnv, key: PushKey): string {
  const name = createHash('sha256')
    .update(JSON.stringify([key.server, key.gameId, key.platform, key.version, key.dir]))
    .digest('hex')
  return join(env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'kettle/uploads', `${name}.json`)
}

/** The state of a push that was broken off, or null; a file that can't be read as one counts as none. */
export async function readUploadState(env: NodeJS.ProcessEnv, key: PushKey): Promise<UploadState | null> {
  try {
    const state = JSON.parse(await readFile(statePath(env, key), 'utf8')) as UploadState
    return typeof state.uploadId === 'string' && typeof state.files === 'object' ? state : null
  } catch {
    return null
  }
}

export async function writeUploadState(env: NodeJS.ProcessEnv, key: PushKey, state: UploadState): Promise<void> {
  const path = statePath(env, key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, JSON.stringify(state), { mode: 0o600 })
  await rename(draft, path)
}

export async function forgetUploadState(env: NodeJS.ProcessEnv, key: PushKey): Promise<void> {
  await rm(statePath(env, key), { force: true })
}
