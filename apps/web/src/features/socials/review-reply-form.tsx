import { type ReviewView, replyToReviewInput } from '@kettle/api/client'
import { Button, Notice, TextArea } from '@kettle/ui'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { usePatchReview } from './review-changes.ts'

/** Where the developer answers a review. */
export default function ReviewReplyForm({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t } = useTranslation('reviews')
  const say = useToast()
  const patch = usePatchReview()
  const reply = trpc.socials.replyToReview.useMutation()
  const send = async (text: string | null) => {
    patch(review.id, await reply.mutateAsync({ reviewId: review.id, text }))
    say('good', text === null ? t('reply.removed') : t('reply.saved'))
    onClose()
  }
  const form = useSchemaForm({
    schema: replyToReviewInput,
    defaultValues: { reviewId: review.id, text: review.reply?.text ?? '' },
    onSubmit: ({ text }) => send(text),
  })
  const { setFocus } = form
  useEffect(() => setFocus('text'), [setFocus])
  return (
    <form
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit(event)
      }}
      className="grid gap-4 rounded-xl border border-line p-4"
    >
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <TextArea label={t('reply.label')} hint={t('reply.hint')} rows={4} className="min-h-24" {...form.field('text')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={form.busy}>
          {t('reply.save')}
        </Button>
        {review.reply && (
          <Button look="danger" busy={reply.isPending && !form.busy} onClick={() => void send(null).catch(() => {})}>
            {t('reply.remove')}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}
