import { useRef, useState } from 'react'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** Moves screenshots at once on screen and one after another in the store; `moved` is the place of the one that was moved last. */
export function useScreenshotOrder(gameId: string) {
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const save = trpc.storage.saveGame.useMutation()
  const [moved, setMoved] = useState<number | null>(null)
  const queue = useRef({ waiting: 0, last: Promise.resolve() })

  const send = async (screenshots: string[]) => {
    try {
      const { revision = 0 } = utils.storage.game.getData({ gameId }) ?? {}
      const saved = await save.mutateAsync({ id: gameId, revision, screenshots })
      utils.storage.game.setData({ gameId }, (game) => game && { ...game, revision: saved.revision })
    } catch (error) {
      say('bad', explain(error))
    }
    queue.current.waiting--
    // Not while more moves wait: the answer would show an order that is past.
    if (queue.current.waiting === 0)
      await Promise.all([utils.storage.game.invalidate({ gameId }), utils.search.game.invalidate()])
  }

  const move = (path: string, to: number) => {
    const game = utils.storage.game.getData({ gameId })
    if (!game) return
    const screenshots = game.screenshots.filter((other) => other !== path)
    screenshots.splice(to, 0, path)
    void utils.storage.game.cancel({ gameId })
    utils.storage.game.setData({ gameId }, { ...game, screenshots })
    setMoved(to)
    queue.current.waiting++
    queue.current.last = queue.current.last.then(() => send(screenshots))
  }

  return { move, moved }
}
