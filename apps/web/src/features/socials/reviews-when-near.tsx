import { Skeleton } from '@kettle/ui'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { ReviewsAway } from './reviews-away.tsx'
import type { ReviewsSectionProps } from './reviews-section.tsx'

// Where the code of this part doesn't come the page stays.
const ReviewsSection = lazy(() => import('./reviews-section.tsx').catch(() => ({ default: ReviewsAway })))

/** How far below the window reviews begin to load. */
const NEAR = '600px'

/** The reviews of a game's page: code and data come once they are nearly in sight, or at once for who came for them (#reviews). */
export function ReviewsWhenNear(props: ReviewsSectionProps) {
  const [near, setNear] = useState(location.hash === '#reviews')
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (location.hash === '#reviews') place.current?.scrollIntoView()
    const element = place.current
    if (!element) return
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      {
        rootMargin: NEAR,
      },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <section
      ref={place}
      id="reviews"
      aria-labelledby="reviews-title"
      className="grid min-h-96 scroll-mt-6 content-start gap-5"
    >
      {near ? (
        <Suspense fallback={<Waiting busy />}>
          <ReviewsSection {...props} />
        </Suspense>
      ) : (
        <Waiting />
      )}
    </section>
  )
}

/** Before anybody has scrolled near nothing is under way, and the place is only kept. */
function Waiting({ busy }: { busy?: boolean }) {
  return (
    <div aria-busy={busy} className="grid gap-5">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-16 max-w-md" />
      <Skeleton className="h-52 rounded-2xl" />
    </div>
  )
}
