import { OwnReview, type ReviewDraft } from '@kettle/socials'
import { Button, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useSession } from '../../lib/session.ts'
import { useToast } from '../../lib/toasts.tsx'
import { type Answers, trpc } from '../../lib/trpc.ts'
import { ReviewCard } from './review-card.tsx'
import { useReviewsChanged } from './review-changes.ts'

type OwnReviewProps = { game: { id: string; slug: string; developer: string } }

/** What the reader has said of the game, or the way to say it; guests are asked to log in. */
export function OwnReviewBox({ game }: OwnReviewProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const { user, known } = useSession()
  const explain = useExplain()
  const own = trpc.socials.review.useQuery({ gameId: game.id }, { enabled: user !== null })
  if (!known || (user && own.isPending)) return <Skeleton className="h-28 rounded-2xl" />
  if (!user) {
    return (
      <p className="text-ink-soft">
        <Link
          to="/login"
          search={{ from: `/game/${game.slug}#reviews` }}
          className="text-copper underline underline-offset-4"
        >
          {t('own.login')}
        </Link>
      </p>
    )
  }
  if (own.error && !own.data) {
    return (
      <div role="alert" className="grid justify-items-start gap-2">
        <p className="text-danger">
          {t('own.failed')}. {explain(own.error)}
        </p>
        <Button look="quiet" size="small" onClick={() => void own.refetch()}>
          {t('common:retry')}
        </Button>
      </div>
    )
  }
  if (!own.data || own.data.mayReply) return null
  return <Known game={game} own={own.data} />
}

function Known({ game, own }: OwnReviewProps & { own: Answers['socials']['review'] }) {
  const { t } = useTranslation('reviews')
  const gameId = game.id
  const explain = useExplain()
  const say = useToast()
  const utils = trpc.useUtils()
  const changed = useReviewsChanged()
  // A game that was given back meanwhile can't be reviewed any more.
  const write = trpc.socials.writeReview.useMutation({
    onError: () => void utils.socials.review.invalidate({ gameId }),
  })
  const remove = trpc.socials.removeReview.useMutation()
  const [draft, setDraft] = useState<ReviewDraft | null>(null)
  const change = (value: ReviewDraft | null) => {
    // It may have been changed in another window since it was asked for.
    if (value && !draft) void utils.socials.review.invalidate({ gameId })
    setDraft(value)
  }
  return (
    <OwnReview
      review={own.review}
      mayWrite={own.mayWrite}
      draft={draft}
      onDraft={change}
      onSave={async (words) => {
        const review = await write.mutateAsync({ gameId, ...words })
        utils.socials.review.setData({ gameId }, (before) => before && { ...before, review })
        changed(gameId)
        say('good', t('own.saved'))
      }}
      onRemove={async () => {
        await remove.mutateAsync({ gameId })
        utils.socials.review.setData({ gameId }, (before) => before && { ...before, review: null })
        changed(gameId)
        say('good', t('own.removed'))
      }}
      explain={explain}
    >
      {(review, actions) => (
        <ReviewCard review={review} developer={game.developer} mayReply={false} actions={actions} />
      )}
    </OwnReview>
  )
}
