import type { OwnReview as Own } from '@kettle/api/client'
import { Button, Notice, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewDraft } from './review-draft.ts'
import { ReviewForm } from './review-form.tsx'
import { ReviewRemoveDialog } from './review-remove-dialog.tsx'
import type { Explain } from './use-sending.ts'

type OwnReviewProps = {
  review: Own | null
  mayWrite: boolean
  /** What is being written; null while nothing is. */
  draft: ReviewDraft | null
  onDraft: (draft: ReviewDraft | null) => void
  onSave: (draft: ReviewDraft) => Promise<unknown>
  onRemove: () => Promise<unknown>
  explain: Explain
  /** The review as it stands on a list, with what its author can do. */
  children: (review: Own, actions: ReactNode) => ReactNode
}

/** What the reader has said of the game, or the way to say it. */
export function OwnReview({ review, mayWrite, draft, onDraft, children, ...deeds }: OwnReviewProps) {
  const { t } = useTranslation('reviews')
  const { onSave, onRemove, explain } = deeds
  const [removing, setRemoving] = useState(false)
  // One that was left behind and is shown again doesn't pull the screen down to itself.
  const [asked, setAsked] = useState(false)
  const place = useFocusAfter(draft !== null)
  const begin = (first: ReviewDraft) => {
    setAsked(true)
    onDraft(first)
  }
  if (draft) {
    const save = async (value: ReviewDraft) => {
      await onSave(value)
      onDraft(null)
    }
    return (
      <section
        aria-label={t('own.title')}
        className="rounded-2xl border border-copper-fill bg-surface p-4 shadow-card sm:p-6"
      >
        <ReviewForm
          review={review}
          focused={asked}
          value={draft}
          onChange={onDraft}
          onSave={save}
          explain={explain}
          onClose={() => onDraft(null)}
        />
      </section>
    )
  }
  if (!review && !mayWrite) return <p className="text-ink-soft">{t('own.notOwned')}</p>
  if (!review) {
    return (
      <section
        ref={place}
        tabIndex={-1}
        aria-label={t('own.title')}
        className="flex flex-wrap items-center justify-between gap-4 rounded-2xl border border-line bg-copper-wash p-4 outline-none sm:p-6"
      >
        <h3 className="text-xl font-bold">{t('own.ask')}</h3>
        <div className="flex gap-2">
          <Button look="secondary" onClick={() => begin({ recommended: true, text: '' })}>
            <ThumbUpIcon />
            {t('own.yes')}
          </Button>
          <Button look="secondary" onClick={() => begin({ recommended: false, text: '' })}>
            <ThumbDownIcon />
            {t('own.no')}
          </Button>
        </div>
      </section>
    )
  }
  const { state, recommended, text } = review
  return (
    <section ref={place} tabIndex={-1} aria-label={t('own.title')} className="grid gap-3 outline-none">
      {state === 'judged' && <Notice>{t('own.judged')}</Notice>}
      {state === 'removed' && <Notice tone="bad">{t('own.judgedRemoved')}</Notice>}
      {children(
        review,
        state !== 'removed' && (
          <>
            {mayWrite && (
              <Button look="secondary" onClick={() => begin({ recommended, text })}>
                {t('own.edit')}
              </Button>
            )}
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {t('own.remove')}
            </Button>
          </>
        ),
      )}
      {removing && <ReviewRemoveDialog onRemove={onRemove} explain={explain} onClose={() => setRemoving(false)} />}
    </section>
  )
}

/** Where the focus goes once writing is over: the form that had it is gone. */
function useFocusAfter(writing: boolean): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null)
  const wrote = useRef(writing)
  useEffect(() => {
    if (wrote.current && !writing) place.current?.focus({ preventScroll: true })
    wrote.current = writing
  }, [writing])
  return place
}
