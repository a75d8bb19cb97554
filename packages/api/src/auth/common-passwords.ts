import { dictionary } from '@zxcvbn-ts/language-common'
import { DomainError } from '../errors.ts'

/** The most common ones, most common first (the 10,000 at the head of zxcvbn's list from leaks). */
const common = new Set(dictionary['passwords-common'].slice(0, 10_000).map((word) => String(word).toLowerCase()))

/** Refuses a password that guessers try first. `field` is what the form calls it. */
export function refuseCommonPassword(password: string, field = 'password'): void {
  if (common.has(password.normalize('NFKC').toLowerCase()))
    throw new DomainError('PASSWORD_TOO_COMMON', { fields: { [field]: 'PASSWORD_TOO_COMMON' } })
}
