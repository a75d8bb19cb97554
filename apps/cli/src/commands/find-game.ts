import type { AppRouter } from '@kettle/api/client'
import type { TRPCClient } from '@trpc/client'
import { oneLine } from '../clean-text.ts'
import { CliFailure } from '../failure.ts'

/** One's own game by its slug; otherwise a failure that names the games there are. */
export async function findGame(store: TRPCClient<AppRouter>, slug: string): Promise<{ id: string; slug: string }> {
  const games = await store.storage.games.query()
  const game = games.find((candidate) => candidate.slug === slug)
  if (game) return game
  const known = games.map((candidate) => oneLine(candidate.slug)).join(', ')
  throw new CliFailure(
    `You have no game "${slug}". ${known ? `Yours: ${known}` : 'You have none yet: make one in the store first.'}`,
  )
}
