import { type OwnReview, REVIEW_MAX, writeReviewInput } from '@kettle/api/client'
import { Button, classNames, isComposing, Notice, TextArea, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { followed, type ReviewDraft } from './review-draft.ts'
import { type Explain, useSending } from './use-sending.ts'
import { useTextForm } from './use-text-form.ts'

type ReviewFormProps = {
  /** What stands in the store, null before the first. */
  review: OwnReview | null
  /** Whether writing begins at once. */
  focused: boolean
  value: ReviewDraft
  onChange: (value: ReviewDraft) => void
  /** Saves it; where that fails the form stays with what was written, and says why. */
  onSave: (value: ReviewDraft) => Promise<unknown>
  explain: Explain
  onClose: () => void
}

const thumbs = [
  { value: true, Icon: ThumbUpIcon, word: 'form.up' },
  { value: false, Icon: ThumbDownIcon, word: 'form.down' },
] as const

/** Where one says what one thinks of a game, or says it otherwise. */
export function ReviewForm({ review, focused, value, onChange, onSave, explain, onClose }: ReviewFormProps) {
  const { t, i18n } = useTranslation('reviews')
  const id = useId()
  const { busy, problem, send } = useSending(explain)
  const save = () => send(() => onSave(value))
  const { area, error, submit, submitByKey } = useTextForm(writeReviewInput.shape.text, value.text, save)
  const [opened] = useState(value)
  const changedElsewhere = useChangesElsewhere(review, value, onChange)
  useEffect(() => {
    if (focused) area.current?.focus()
  }, [focused, area])
  const untouched = value.text === opened.text && value.recommended === opened.recommended
  const number = (count: number) => count.toLocaleString(i18n.language)
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        submitByKey(event)
        if (event.key === 'Escape' && untouched && !isComposing(event)) onClose()
      }}
      className="grid gap-5"
    >
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('form.thumb')}</legend>
        <div className="flex flex-wrap gap-2">
          {thumbs.map(({ value: thumb, Icon, word }) => (
            <label
              key={word}
              className={classNames(
                'relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border px-4 font-semibold transition has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-copper-fill',
                value.recommended !== thumb && 'border-edge text-ink-soft',
                value.recommended === thumb && thumb && 'border-patina bg-patina-wash text-patina',
                value.recommended === thumb && !thumb && 'border-danger bg-danger-wash text-danger',
              )}
            >
              <input
                type="radio"
                name={`${id}-thumb`}
                checked={value.recommended === thumb}
                onChange={() => onChange({ ...value, recommended: thumb })}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
              />
              <Icon />
              {t(word)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        ref={area}
        name="text"
        label={t('form.text')}
        hint={t('form.hint', { used: number(value.text.length), max: number(REVIEW_MAX) })}
        error={error}
        placeholder={t('form.placeholder')}
        dir="auto"
        rows={6}
        className="max-h-96 min-h-36"
        maxLength={REVIEW_MAX}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
      {changedElsewhere && <Notice>{t('form.changedElsewhere')}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>
          {review ? t('form.saveEdit') : t('form.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Whether the review was changed in another window since this form was opened, and what is written here would replace that. */
function useChangesElsewhere(
  review: OwnReview | null,
  value: ReviewDraft,
  onChange: (value: ReviewDraft) => void,
): boolean {
  const known = useRef(review)
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    const next = followed(value, known.current, review)
    known.current = review
    if (next === 'touched') setChanged(true)
    else if (next !== value) onChange(next)
  }, [review, value, onChange])
  return changed
}
