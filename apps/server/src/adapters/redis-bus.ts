import type { EventBus } from '@kettle/api'
import type { Redis } from 'ioredis'

const PREFIX = 'kettle:events:'
const BEAT_MS = 2_000
const RETRY_MS = 500
/** A topic that was just left is often asked for again (a page reloads), so it is unsubscribed a little later. */
const LEAVE_MS = 2_000

type Hear = (message: unknown) => void

/**
 * Events between nodes by Redis' pub/sub. `subscriber` is a connection of its own. While Redis is away nothing is heard and nothing
 * rejects; once it hears again, all topics are subscribed anew and a gap is told.
 */
export function redisBus(redis: Redis, subscriber: Redis): EventBus & { stop(): void } {
  const stopping = new AbortController()
  const topics = new Map<string, Set<Hear>>()
  const gaps = new Set<() => void>()
  /** Resolved once Redis has confirmed the topic on the present connection. */
  const subscribed = new Map<string, Promise<unknown>>()

  subscriber.on('message', (channel: string, text: string) => {
    const listeners = topics.get(channel)
    if (!listeners) return
    const message: unknown = JSON.parse(text)
    for (const hear of listeners) hear(message)
  })

  const ask = (names: string[]): Promise<unknown> => {
    const answer = subscriber.subscribe(...names)
    for (const name of names) subscribed.set(name, answer)
    answer.catch(() => {
      for (const name of names) if (subscribed.get(name) === answer) subscribed.delete(name)
    })
    return answer
  }
  const hearAll = (): void => {
    const tellGap = () => {
      for (const listener of gaps) listener()
    }
    const answer = topics.size > 0 ? ask([...topics.keys()]) : Promise.resolve()
    answer.then(tellGap, () => {
      if (subscriber.status === 'ready') setTimeout(hearAll, RETRY_MS).unref()
    })
  }
  subscriber.on('ready', hearAll)
  subscriber.on('close', () => subscribed.clear())
  // A silent line and a dead one look alike to who only listens.
  const beat = setInterval(() => subscriber.ping().catch(() => {}), BEAT_MS).unref()
  subscriber.once('end', () => clearInterval(beat))

  const leave = (name: string): void => {
    if (topics.get(name)?.size !== 0) return
    topics.delete(name)
    subscribed.delete(name)
    subscriber.unsubscribe(name).catch(() => {})
  }

  return {
    publish: (topic, message) => {
      redis.publish(PREFIX + topic, JSON.stringify(message)).catch(() => {})
    },
    subscribe: async (topic, hear) => {
      const name = PREFIX + topic
      const listeners = topics.get(name) ?? new Set()
      topics.set(name, listeners.add(hear))
      // In an outage the whole list is subscribed when it is over.
      await (subscribed.get(name) ?? ask([name])).catch(() => {})
      return () => {
        listeners.delete(hear)
        if (listeners.size === 0) setTimeout(leave, LEAVE_MS, name).unref()
      }
    },
    onGap: (listener) => {
      gaps.add(listener)
      return () => void gaps.delete(listener)
    },
    stopping: stopping.signal,
    stop: () => stopping.abort(),
  }
}
