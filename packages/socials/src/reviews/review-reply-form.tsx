import { type ReviewView, replyToReviewInput } from '@kettle/api/client'
import { Button, Notice, TextArea } from '@kettle/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Explain, useSending } from './use-sending.ts'
import { wrongText } from './wrong-text.ts'

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
  const area = useRef<HTMLTextAreaElement>(null)
  const { busy, problem, send } = useSending(explain)
  const [text, setText] = useState(review.reply?.text ?? '')
  const [tried, setTried] = useState(false)
  useEffect(() => area.current?.focus(), [])
  const wrong = wrongText(replyToReviewInput.shape.text, text)
  const save = (words: string | null) =>
    send(async () => {
      await onSave(words)
      onClose()
    })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong) area.current?.focus()
    else void save(text)
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
      className="grid gap-4 rounded-xl border border-line p-4"
    >
      <TextArea
        ref={area}
        name="text"
        label={t('reply.label')}
        hint={t('reply.hint')}
        error={tried && wrong ? t(`form.wrong.${wrong}`) : undefined}
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
