import { createFileRoute } from '@tanstack/react-router'
import { Offer } from '../features/payments/offer.tsx'
import { GamePage } from '../features/search/game-page.tsx'
import { InstallLink } from '../layout/install-link.tsx'
import { queries } from '../lib/trpc.ts'

export const Route = createFileRoute('/game/$slug')({
  loader: ({ params }) => void queries.search.game.prefetch({ slug: params.slug }),
  component: () => (
    <GamePage
      slug={Route.useParams().slug}
      panel={(game) => (
        <>
          {game.owned && game.builds.length > 0 && <InstallLink gameId={game.id} size="large" />}
          <Offer game={game} />
        </>
      )}
    />
  ),
})
