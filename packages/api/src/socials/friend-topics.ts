import type { Context, Session } from '../context.ts'
import { presenceTopic } from '../ports/event-bus.ts'
import { readFriendIds } from './people.ts'
import { type Presence, presenceOf } from './presence.ts'
import type { StreamQueue } from './stream-queue.ts'

/** Listens to the presence of the caller's friends, whoever they are at the moment. */
export class FriendTopics {
  readonly #ctx: Pick<Context, 'deps' | 'locale'> & { session: Session }
  readonly #waiting: StreamQueue
  readonly #ends = new Map<string, () => void>()
  readonly #changed = new Set<string>()
  #closed = false

  constructor(ctx: Pick<Context, 'deps' | 'locale'> & { session: Session }, waiting: StreamQueue) {
    this.#ctx = ctx
    this.#waiting = waiting
  }

  async refresh(): Promise<void> {
    const { db, events } = this.#ctx.deps
    const now = new Set(await readFriendIds(db, this.#ctx.session.user.id))
    for (const [id, end] of this.#ends)
      if (!now.has(id)) {
        end()
        this.#ends.delete(id)
        this.#changed.delete(id)
      }
    await Promise.all(
      [...now].map(async (id) => {
        if (this.#ends.has(id)) return
        const end = await events.subscribe(presenceTopic(id), () => {
          this.#changed.add(id)
          this.#waiting.wake()
        })
        if (this.#closed) end()
        else this.#ends.set(id, end)
      }),
    )
  }

  /** The presence of those who were heard of since the last time. */
  async changed(): Promise<Map<string, Presence>> {
    const ids = [...this.#changed]
    this.#changed.clear()
    return presenceOf(this.#ctx, ids)
  }

  close(): void {
    this.#closed = true
    for (const end of this.#ends.values()) end()
    this.#ends.clear()
  }
}
