import { HEARTBEAT_SECONDS } from '@kettle/api/client'
import { failureOf } from './failure.ts'
import type { Clock, Store } from './ports.ts'

/**
 * Tells the store that a game is being played, from now until the function it returns is called. Without a connection the
 * game goes on uncounted, and counting starts as soon as the store answers; after a sleep a new sitting begins.
 */
export function countPlaytime({
  store,
  clock,
  gameId,
}: {
  store: Store
  clock: Clock
  gameId: string
}): () => Promise<void> {
  let sitting: string | null = null
  let talking = Promise.resolve()

  const beat = async (): Promise<void> => {
    try {
      if (sitting) await store.heartbeat(sitting)
      else sitting = (await store.startPlaying(gameId)).playSessionId
    } catch (error) {
      if (failureOf(error).reason === 'PLAY_SESSION_ENDED') sitting = null
    }
  }
  const next = (): void => {
    talking = talking.then(beat)
  }
  next()
  const stop = clock.every(HEARTBEAT_SECONDS * 1000, next)
  return async () => {
    stop()
    await talking
    if (sitting) await store.stopPlaying(sitting).catch(() => {})
  }
}
