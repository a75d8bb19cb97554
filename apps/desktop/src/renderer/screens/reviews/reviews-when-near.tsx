import { ReviewsWaiting, useNear } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { ReviewsSection, type ReviewsSectionProps } from './reviews-section.tsx'

/** The reviews of a game's screen: asked for once they are nearly in sight, so that a game opens as quickly as without them. */
export function ReviewsWhenNear({ sought, ...props }: ReviewsSectionProps & { sought: boolean }) {
  const { t } = useTranslation('reviews')
  const { place, near } = useNear<HTMLElement>(sought)
  return (
    <section
      ref={place}
      aria-labelledby="reviews-title"
      className="grid min-h-96 scroll-mt-6 content-start gap-5 border-t border-line pt-6"
    >
      <h2 id="reviews-title" className="text-2xl font-bold">
        {t('title')}
      </h2>
      {near ? <ReviewsSection {...props} /> : <ReviewsWaiting />}
    </section>
  )
}
