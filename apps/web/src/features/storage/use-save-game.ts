import { useState } from 'react'
import { failureOf } from '../../lib/errors.ts'
import { trpc } from '../../lib/trpc.ts'
import type { GameChange } from './game-fields.ts'
import type { OwnGame } from './own-game.tsx'

export interface GameConflict {
  /** The game as somebody else saved it. */
  latest: OwnGame
  /** The fields that both changed. */
  fields: (keyof GameChange)[]
  mine: GameChange
}

/**
 * Saves changes of a game on the state of it that the person saw. `conflict` is there while somebody else's change of the same
 * fields waits for a decision: `keepMine` saves over it, `takeTheirs` lets it stand.
 */
export function useSaveGame(game: OwnGame) {
  const utils = trpc.useUtils()
  const mutation = trpc.storage.saveGame.useMutation()
  const [base, setBase] = useState(game)
  const [conflict, setConflict] = useState<GameConflict>()

  const latestOf = () => utils.storage.game.fetch({ gameId: game.id }, { staleTime: 0 })

  /** The game as it is then, or null where there is a conflict. */
  const saveOn = async (revision: number, change: GameChange): Promise<OwnGame | null> => {
    try {
      await mutation.mutateAsync({ ...change, id: game.id, revision })
    } catch (error) {
      const { reason, fields } = failureOf(error)
      if (reason !== 'GAME_CHANGED') throw error
      setConflict({ latest: await latestOf(), fields: Object.keys(fields) as (keyof GameChange)[], mine: change })
      return null
    }
    setConflict(undefined)
    const [saved] = await Promise.all([latestOf(), utils.storage.games.invalidate(), utils.search.invalidate()])
    setBase(saved)
    return saved
  }

  return {
    /** What the person saw when they began. */
    base,
    conflict,
    save: (change: GameChange) => saveOn(base.revision, change),
    keepMine: async () => (conflict ? saveOn(conflict.latest.revision, conflict.mine) : null),
    takeTheirs: () => {
      if (conflict) setBase(conflict.latest)
      setConflict(undefined)
    },
  }
}
