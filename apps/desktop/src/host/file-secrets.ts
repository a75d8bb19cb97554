import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SecretStore } from '../core/ports.ts'

/** A secret in a file that only this user can read (mode 600). Good enough for development; Electron has better. */
export function fileSecrets(path: string): SecretStore {
  return {
    keeps: true,
    read: () => readFile(path, 'utf8').catch(() => null),
    async write(secret) {
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.new`
      await writeFile(draft, secret, { mode: 0o600 })
      await chmod(draft, 0o600)
      await rename(draft, path)
    },
    clear: () => rm(path, { force: true }),
  }
}
