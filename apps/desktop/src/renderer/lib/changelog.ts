import { useEffect, useState } from 'react'
import type { ChangelogView } from '../../shared/views.ts'
import { ask, hear } from './launcher.ts'

/** What is new in a game, asked anew whenever the store has another build; null as long as nobody has told. */
export function useChangelog(gameId: string, buildId: string | undefined): ChangelogView['items'] {
  const [items, setItems] = useState<ChangelogView['items']>(null)
  useEffect(() => {
    let heard = false
    const show = (view: ChangelogView): void => {
      if (view.gameId === gameId) setItems(view.items)
    }
    const stop = hear('changelog', (view) => {
      if (view.gameId === gameId) heard = true
      show(view)
    })
    void ask('changelog', { gameId }).then((answer) => {
      // The store may have been faster than this computer's disk.
      if (answer.ok && !heard) show(answer.value)
    })
    return () => {
      heard = true
      stop()
    }
  }, [gameId, buildId])
  return items
}
