import { GameLinkCard } from '@kettle/socials'
import { useLauncher } from '../../lib/launcher.ts'
import { openOutside } from '../../lib/open-outside.ts'
import { gamePath } from '../../lib/route.ts'
import { gamePicture, useStore } from '../../lib/store.ts'

/** The card of a game that a message links to: leads to it here, or, where it isn't owned, to the store. One that is not there shows nothing. */
export function GameLink({ slug, server }: { slug: string; server: string }) {
  const { data: game, error } = useStore('search.game', { slug })
  const owned = useLauncher().snapshot?.library.games.some(({ id }) => id === game?.id)
  if (error) return null
  const page = new URL(`/game/${slug}`, server).href
  return (
    <GameLinkCard
      game={game ? { ...game, cover: gamePicture(game.cover) } : null}
      link={(className, children) =>
        owned && game ? (
          <a href={gamePath(game.id)} className={className}>
            {children}
          </a>
        ) : (
          <a
            href={page}
            target="_blank"
            rel="noopener noreferrer"
            className={className}
            onClick={(event) => {
              event.preventDefault()
              openOutside(page)
            }}
          >
            {children}
          </a>
        )
      }
    />
  )
}
