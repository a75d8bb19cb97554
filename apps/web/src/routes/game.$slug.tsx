import { type ReviewFilters, readReviewFilters } from '@kettle/socials'
import { createFileRoute } from '@tanstack/react-router'
import { Changelog } from '../features/library/changelog.tsx'
import { Offer } from '../features/payments/offer.tsx'
import { GamePage } from '../features/search/game-page.tsx'
import { ReviewsWhenNear } from '../features/socials/reviews-when-near.tsx'
import { InstallLink } from '../layout/install-link.tsx'
import { lazyAside } from '../lib/lazy-part.tsx'
import { useSession } from '../lib/session.ts'
import { queries } from '../lib/trpc.ts'

const FriendsWithGame = lazyAside(() => import('../features/socials/friends-with-game.tsx'))

export const Route = createFileRoute('/game/$slug')({
  validateSearch: readReviewFilters,
  loader: ({ params }) => void queries.search.game.prefetch({ slug: params.slug }),
  component: Game,
})

function Game() {
  const filters = Route.useSearch()
  const navigate = Route.useNavigate()
  const onFilter = (search: ReviewFilters) => void navigate({ search, replace: true, resetScroll: false })
  return (
    <GamePage
      slug={Route.useParams().slug}
      news={(game) => game.owned && game.builds.length > 0 && <Changelog gameId={game.id} />}
      panel={(game) => (
        <>
          {game.owned && game.builds.length > 0 && <InstallLink gameId={game.id} size="large" />}
          <Offer key={game.id} game={game} />
          <Friends gameId={game.id} />
        </>
      )}
      reviews={(game) => <ReviewsWhenNear key={game.id} game={game} filters={filters} onFilter={onFilter} />}
    />
  )
}

/** For who is logged in, once all else stands. */
function Friends({ gameId }: { gameId: string }) {
  const { user } = useSession()
  return user && <FriendsWithGame gameId={gameId} />
}
