import { type ReviewFilters, readReviewFilters } from '@kettle/socials'
import { createFileRoute } from '@tanstack/react-router'
import { ReviewsOfOwnGame } from '../features/socials/reviews-of-own-game.tsx'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/reviews')({
  validateSearch: readReviewFilters,
  beforeLoad: requirePublisher,
  component: OwnReviews,
})

function OwnReviews() {
  const filters = Route.useSearch()
  const navigate = Route.useNavigate()
  const onFilter = (search: ReviewFilters) => void navigate({ search, replace: true, resetScroll: false })
  return (
    <OwnGameFrame gameId={Route.useParams().gameId}>
      {(game) => <ReviewsOfOwnGame game={game} filters={filters} onFilter={onFilter} />}
    </OwnGameFrame>
  )
}
