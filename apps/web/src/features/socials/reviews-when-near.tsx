import { ReviewsWaiting, useNear } from '@kettle/socials'
import { lazyAside } from '../../lib/lazy-part.tsx'
import { reloadIfStale } from '../../lib/stale-build.ts'
import { ReviewsAway } from './reviews-away.tsx'
import type { ReviewsSectionProps } from './reviews-section.tsx'

// Where the code of this part doesn't come the page stays.
const ReviewsSection = lazyAside(() =>
  import('./reviews-section.tsx').catch(async () => {
    await reloadIfStale()
    return { default: ReviewsAway }
  }),
)

/** The reviews of a game's page: code and data come once they are nearly in sight, or at once for who came for them (#reviews). */
export function ReviewsWhenNear(props: ReviewsSectionProps) {
  const { place, near } = useNear<HTMLElement>(location.hash === '#reviews')
  return (
    <section
      ref={place}
      id="reviews"
      aria-labelledby="reviews-title"
      className="grid min-h-96 scroll-mt-6 content-start gap-5"
    >
      {near ? <ReviewsSection {...props} instead={<ReviewsWaiting busy />} /> : <ReviewsWaiting />}
    </section>
  )
}
