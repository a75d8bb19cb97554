import { Button, Dialog, Notice, Skeleton, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useSession } from '../../lib/session.ts'
import { useToast } from '../../lib/toasts.tsx'
import { type Answers, trpc } from '../../lib/trpc.ts'
import { useReviewsChanged } from './review-changes.ts'
import { ReviewItem } from './review-item.tsx'

const ReviewForm = lazy(() => import('./review-form.tsx'))

type Own = Answers['socials']['review']
type OwnReviewProps = { game: { id: string; slug: string; developer: string } }

/** What the reader has said of the game, or the way to say it. */
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

function Known({ game, own }: OwnReviewProps & { own: Own }) {
  const { t } = useTranslation('reviews')
  const { review, mayWrite } = own
  const [thumb, setThumb] = useState<boolean>()
  const [removing, setRemoving] = useState(false)
  if (!review && !mayWrite) return <p className="text-ink-soft">{t('own.notOwned')}</p>
  if (thumb !== undefined) {
    return (
      <section
        aria-label={t('own.title')}
        className="rounded-2xl border border-copper-fill bg-surface p-4 shadow-card sm:p-6"
      >
        <Suspense fallback={<Skeleton className="h-80" />}>
          <ReviewForm gameId={game.id} review={review} recommended={thumb} onClose={() => setThumb(undefined)} />
        </Suspense>
      </section>
    )
  }
  if (!review) {
    return (
      <section
        aria-label={t('own.title')}
        className="flex flex-wrap items-center justify-between gap-4 rounded-2xl border border-line bg-copper-wash p-4 sm:p-6"
      >
        <h3 className="text-xl font-bold">{t('own.ask')}</h3>
        <div className="flex gap-2">
          <Button look="secondary" onClick={() => setThumb(true)}>
            <ThumbUpIcon />
            {t('own.yes')}
          </Button>
          <Button look="secondary" onClick={() => setThumb(false)}>
            <ThumbDownIcon />
            {t('own.no')}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <section aria-label={t('own.title')} className="grid gap-3">
      {review.state === 'judged' && <Notice>{t('own.judged')}</Notice>}
      {review.state === 'removed' && <Notice tone="bad">{t('own.judgedRemoved')}</Notice>}
      <ReviewItem
        review={review}
        developer={game.developer}
        mayReply={false}
        actions={
          review.state !== 'removed' && (
            <>
              {mayWrite && (
                <Button look="secondary" onClick={() => setThumb(review.recommended)}>
                  {t('own.edit')}
                </Button>
              )}
              <Button look="quiet" onClick={() => setRemoving(true)}>
                {t('own.remove')}
              </Button>
            </>
          )
        }
      />
      {removing && <RemoveDialog gameId={game.id} onClose={() => setRemoving(false)} />}
    </section>
  )
}

function RemoveDialog({ gameId, onClose }: { gameId: string; onClose: () => void }) {
  const { t } = useTranslation('reviews')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const changed = useReviewsChanged()
  const remove = trpc.socials.removeReview.useMutation({
    onSuccess: () => {
      utils.socials.review.setData({ gameId }, (own) => own && { ...own, review: null })
      changed(gameId)
      say('good', t('own.removed'))
      onClose()
    },
  })
  return (
    <Dialog title={t('own.removeTitle')} description={t('own.removeText')} onClose={onClose}>
      {remove.error && <Notice tone="bad">{explain(remove.error)}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ gameId })}>
          {t('own.remove')}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t('own.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
