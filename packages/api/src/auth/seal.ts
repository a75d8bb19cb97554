import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Deps } from '../context.ts'

/** Encrypts a secret for the database (AES-256-GCM), bound to its owner: a row copied to another account opens nothing. */
export function seal(deps: Pick<Deps, 'settings'>, owner: string, secret: Uint8Array): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(deps.settings.sealKey, 'hex'), iv).setAAD(Buffer.from(owner))
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** The secret again. @throws when key, owner or text are not those it was sealed with. */
export function unseal(deps: Pick<Deps, 'settings'>, owner: string, sealed: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed, 'base64url')
  const key = Buffer.from(deps.settings.sealKey, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-16))
  return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]))
}
