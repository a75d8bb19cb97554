import { DomainError } from '../errors.ts'
import { type HashCost, hashPassword, verifyPassword } from './oslo.ts'

/** Hashing at once: libuv has four threads, and one stays free for files, compression and names while people log in. */
const AT_ONCE = 3
/** How long a hash may wait for its turn, in milliseconds. */
const WAIT_MS = 2_000

/** Passwords count as the same text however a keyboard composes its letters (Unicode NFC). */
export interface Passwords {
  hash(password: string): Promise<string>
  /** With a null hash it takes as long as with a real one, and says no: nobody learns by the clock whether an account exists. */
  verify(hash: string | null, password: string): Promise<boolean>
}

/**
 * Password hashing behind a bounded queue, so that a flood of log-ins can't starve the rest. Who has waited too long
 * gets UNAVAILABLE; a permit is held until its hash is done, whether or not anyone still listens. Only tests give a `cost`.
 */
export function createPasswords(options: { atOnce?: number; waitMs?: number; cost?: HashCost } = {}): Passwords {
  const { atOnce = AT_ONCE, waitMs = WAIT_MS, cost } = options
  let running = 0
  const waiting: (() => void)[] = []

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) await turn()
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  const turn = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(
          new DomainError('UNAVAILABLE', {
            message: 'Too many people are logging in, try again',
            retryAfterSeconds: 3,
          }),
        )
      }, waitMs)
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      waiting.push(go)
    })

  let decoy: Promise<string> | undefined
  return {
    hash: (password) => inTurn(() => hashPassword(password.normalize('NFC'), cost)),
    verify: async (hash, password) => {
      decoy ??= hashPassword('nobody has this password', cost)
      // What is no hash (of an account that has no password) is nobody's password either.
      const known = hash?.startsWith('$argon2id$') ? hash : null
      const against = known ?? (await decoy)
      const same = await inTurn(() => verifyPassword(against, password.normalize('NFC')))
      return same && known !== null
    },
  }
}
