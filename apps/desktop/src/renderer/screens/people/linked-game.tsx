import { GameLinkCard } from '@kettle/socials'
import { GameLink } from '../../game-link.tsx'
import { gamePicture, useStore } from '../../lib/store.ts'

/** The card of a game that a message links to. One that is not there shows nothing: the link stands above anyway. */
export function LinkedGame({ slug }: { slug: string }) {
  const { data: game, error } = useStore('search.game', { slug })
  if (error) return null
  return (
    <GameLinkCard
      game={game ? { ...game, cover: gamePicture(game.cover) } : null}
      link={(className, children) => (
        <GameLink game={game ?? { slug }} className={className}>
          {children}
        </GameLink>
      )}
    />
  )
}
