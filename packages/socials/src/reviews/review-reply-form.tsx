import { type ReviewView, replyToReviewInput } from '@kettle/api/client'
import { Button, Notice, TextArea } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Explain, useSending } from './use-sending.ts'
import { useTextForm } from './use-text-form.ts'

type ReviewReplyFormProps = {
  review: ReviewView
  /** Saves the reply; null takes it away. */
  onSave: (text: string | null) => Promise<unknown>
  explain: Explain
  onClose: () => void
}

/** Where the developer answers a review. */
export function ReviewReplyForm({ review, onSave, explain, onClose }: ReviewReplyFormProps) {
  const { t } = useTranslation('reviews')
  const { busy, problem, send } = useSending(explain)
  const [text, setText] = useState(review.reply?.text ?? '')
  const save = (words: string | null) =>
    send(async () => {
      await onSave(words)
      onClose()
    })
  const { area, error, submit, submitByKey } = useTextForm(replyToReviewInput.shape.text, text, () => save(text))
  useEffect(() => area.current?.focus(), [area])
  return (
    <form noValidate onSubmit={submit} onKeyDown={submitByKey} className="grid gap-4 rounded-xl border border-line p-4">
      <TextArea
        ref={area}
        name="text"
        label={t('reply.label')}
        hint={t('reply.hint')}
        error={error}
        dir="auto"
        rows={4}
        className="max-h-96 min-h-24"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>
          {t('reply.save')}
        </Button>
        {review.reply && (
          <Button look="danger" disabled={busy} onClick={() => void save(null)}>
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
