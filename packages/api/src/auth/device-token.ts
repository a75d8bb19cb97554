import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../context.ts'
import { randomToken } from './oslo.ts'

/** Accounts that one browser or program is known by; the one that logged in longest ago makes way. */
const ACCOUNTS = 5

/**
 * The id of a device that has logged in to this account before, as its token proves; null for any other. Such a device has its own
 * allowance of wrong passwords and codes, so that a stranger's guesses never lock the owner out.
 */
export function knownDevice(deps: Pick<Deps, 'settings'>, userId: string, token: string | null): string | null {
  for (const part of partsOf(token)) {
    const [id = '', signature = ''] = part.split('.')
    const [right, given] = [Buffer.from(sign(deps, userId, id)), Buffer.from(signature)]
    if (right.length === given.length && timingSafeEqual(right, given)) return `${userId}:${id}`
  }
  return null
}

/** The token of a device that has just logged in: with what it was known by before, and with this account. */
export function deviceTokenWith(deps: Pick<Deps, 'settings'>, userId: string, token: string | null): string {
  const known = partsOf(token)
  if (token !== null && knownDevice(deps, userId, token) !== null) return token
  const id = randomToken()
  return [`${id}.${sign(deps, userId, id)}`, ...known].slice(0, ACCOUNTS).join('~')
}

const partsOf = (token: string | null): string[] =>
  (token ?? '').split('~', ACCOUNTS).filter((part) => /^[0-9A-Za-z]{43}\.[\w-]{43}$/u.test(part))

const sign = ({ settings }: Pick<Deps, 'settings'>, userId: string, id: string): string =>
  createHmac('sha256', settings.codeKey).update(`device\n${userId}\n${id}`).digest('base64url')
