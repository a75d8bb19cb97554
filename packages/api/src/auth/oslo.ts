// The only file that imports oslo: it is no longer developed, so what it gives must be replaceable in one place.
import { alphabet, generateRandomString } from 'oslo/crypto'
import { Argon2id } from 'oslo/password'

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const argon2id = new Argon2id({ memorySize: 19_456, iterations: 2, parallelism: 1 })

/** An Argon2id hash in PHC format. About 13 ms of one core. */
export const hashPassword = (password: string): Promise<string> => argon2id.hash(password)

/** Whether the password is the one hashed. */
export const verifyPassword = (hash: string, password: string): Promise<boolean> => argon2id.verify(hash, password)

/** Eight digits, from a CSPRNG without bias. */
export const randomCode = (): string => generateRandomString(8, alphabet('0-9'))

/** 43 characters of letters and digits, 256 bits: a session's token. */
export const randomToken = (): string => generateRandomString(43, alphabet('a-z', 'A-Z', '0-9'))

/** Ten letters and digits without those that look alike: 49 bits, for a recovery code. */
export const randomRecoveryCode = (): string => generateRandomString(10, 'abcdefghjkmnpqrstuvwxyz23456789')
