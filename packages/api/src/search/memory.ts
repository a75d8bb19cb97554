import type { Db } from '@kettle/db'
import { type Lexicon, loadLexicon } from './words/lexicon.ts'

interface Kept {
  value: Promise<unknown>
  until: number
}

/** Answers kept at most; the ones not asked for longest go first. */
const MOST = 500

/** What search keeps between requests: words that never change, and answers that are the same for all for a while. Made once a process. */
export class SearchMemory {
  #lexicon: Promise<Lexicon> | undefined
  #kept = new Map<string, Kept>()

  lexicon(db: Db): Promise<Lexicon> {
    // A failure is not kept: the database may be back at the next try.
    this.#lexicon ??= loadLexicon(db).catch((error: unknown) => {
      this.#lexicon = undefined
      throw error
    })
    return this.#lexicon
  }

  /** The answer kept under this name, or a new one. Many who ask at once make it once. `until` says how long it is good for. */
  keep<T>(name: string, now: Date, make: () => Promise<T>, until: (value: T) => number): Promise<T> {
    const known = this.#kept.get(name)
    this.#kept.delete(name)
    if (known && known.until > now.getTime()) {
      this.#kept.set(name, known)
      return known.value as Promise<T>
    }
    const kept: Kept = { value: make(), until: Number.POSITIVE_INFINITY }
    this.#kept.set(name, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break
      this.#kept.delete(oldest)
    }
    return (kept.value as Promise<T>).then(
      (value) => {
        kept.until = until(value)
        return value
      },
      (error: unknown) => {
        if (this.#kept.get(name) === kept) this.#kept.delete(name)
        throw error
      },
    )
  }
}
