import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export type Strength = {
  /** 0 (guessed at once) to 4 (not in this life). */
  score: 0 | 1 | 2 | 3 | 4
  /** The rule of the store that it breaks. */
  failed?: 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON'
}

// Heavy with its dictionaries: import this module when somebody is about to choose a password, not before.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** As many as the server refuses (api's common-passwords.ts), from the same list. */
const common = new Set(dictionary['passwords-common'].slice(0, 10_000).map((word) => String(word).toLowerCase()))

/** Estimating takes longer with each character; what begins with 64 good ones is good. */
const LOOKED_AT = 64

/** How hard a password is to guess for who knows `about` its owner, and which of the store's rules it breaks. */
export function passwordStrength(password: string, about: string[] = []): Strength {
  const { score } = estimator.check(password.slice(0, LOOKED_AT), about.flatMap(wordsOf))
  if (password.length < 8) return { score: Math.min(score, 1) as Strength['score'], failed: 'TOO_SHORT' }
  if (password.length > 128) return { score, failed: 'TOO_LONG' }
  if (common.has(password.normalize('NFKC').toLowerCase())) return { score: 0, failed: 'TOO_COMMON' }
  return { score }
}

/** A name or an address and its parts: `ann@kettle.example` gives ann and kettle too. */
function wordsOf(text: string): string[] {
  return [text, ...text.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length > 2)
}
