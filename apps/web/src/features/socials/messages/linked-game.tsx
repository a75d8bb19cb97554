import { GameLinkCard } from '@kettle/socials'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../../lib/trpc.ts'

/** The card of a game that a message links to. One that is not there shows nothing: the link stands above anyway. */
export function LinkedGame({ slug }: { slug: string }) {
  const query = trpc.search.game.useQuery({ slug }, { retry: false, staleTime: 5 * 60_000 })
  if (query.error) return null
  return (
    <GameLinkCard
      game={query.data ?? null}
      link={(className, children) => (
        <Link to="/game/$slug" params={{ slug }} className={className}>
          {children}
        </Link>
      )}
    />
  )
}
