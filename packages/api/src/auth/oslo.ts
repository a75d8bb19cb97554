// The only file that imports oslo: it is no longer developed, so what it gives must be replaceable in one place.
import { alphabet, generateRandomString } from 'oslo/crypto'
import { Argon2id } from 'oslo/password'

/** What an Argon2id hash costs: memory in KiB, and passes over it. */
export interface HashCost {
  memorySize: number
  iterations: number
}

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. About 13 ms of one core. */
const FULL_COST: HashCost = { memorySize: 19_456, iterations: 2 }

/** An Argon2id hash in PHC format, which names its cost. */
export const hashPassword = (password: string, cost = FULL_COST): Promise<string> =>
  new Argon2id({ ...cost, parallelism: 1 }).hash(password)

/** Whether the password is the one hashed, at the cost that the hash names. */
export const verifyPassword = (hash: string, password: string): Promise<boolean> =>
  new Argon2id().verify(hash, password)

/** Eight digits, from a CSPRNG without bias. */
export const randomCode = (): string => generateRandomString(8, alphabet('0-9'))

/** 43 characters of letters and digits, 256 bits: a session's token. */
export const randomToken = (): string => generateRandomString(43, alphabet('a-z', 'A-Z', '0-9'))

/** Ten letters and digits without those that look alike: 49 bits, for a recovery code. */
export const randomRecoveryCode = (): string => generateRandomString(10, 'abcdefghjkmnpqrstuvwxyz23456789')
