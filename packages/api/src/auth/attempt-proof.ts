import { createHash } from 'node:crypto'
import { randomToken } from './oslo.ts'

/**
 * A proof for the browser that registers an address, and the attempt that it stands for. It names the address too: for another one it
 * says nothing. A browser that registers the same address again keeps the proof that it has, and replaces its own attempt only.
 */
export function proofFor(email: string, known: string | null): { proof: string; id: string } {
  const id = attemptOf(known, email)
  if (known !== null && id !== null) return { proof: known, id }
  const token = randomToken()
  return { proof: `${token}.${tagOf(token, email)}`, id: idOf(token) }
}

/** The attempt that a proof stands for, or null when it is none for this address. */
export function attemptOf(proof: string | null, email: string): string | null {
  const [, token, tag] = /^([0-9A-Za-z]{43})\.([\w-]{22})$/u.exec(proof ?? '') ?? []
  return token && tag === tagOf(token, email) ? idOf(token) : null
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')
const idOf = (token: string) => sha256(token)
const tagOf = (token: string, email: string) => sha256(`${token}\n${email}`).slice(0, 22)
