import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { safeStorage } from 'electron'
import type { SecretStore } from '../core/ports.ts'

/**
 * A secret in the keeping of the system's keychain. Linux without one offers `basic_text`, which protects nothing:
 * there the secret stays in memory, and the screen says so.
 */
export function systemSecrets(path: string): SecretStore {
  const protectedBy = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
  const keeps = safeStorage.isEncryptionAvailable() && !['basic_text', 'unknown'].includes(protectedBy)
  let inMemory: string | null = null
  return {
    keeps,
    async read() {
      if (!keeps) return inMemory
      try {
        return safeStorage.decryptString(await readFile(path))
      } catch {
        return null
      }
    },
    async write(secret) {
      inMemory = secret
      if (!keeps) return
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, safeStorage.encryptString(secret), { mode: 0o600 })
    },
    async clear() {
      inMemory = null
      await rm(path, { force: true })
    },
  }
}
