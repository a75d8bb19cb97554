import { type OwnReview, REVIEW_MAX, writeReviewInput } from '@kettle/api/client'
import { Button, classNames, Notice, TextArea, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useReviewsChanged } from './review-changes.ts'

type ReviewFormProps = { gameId: string; review: OwnReview | null; recommended: boolean; onClose: () => void }

const thumbs = [
  { value: true, Icon: ThumbUpIcon, word: 'form.up' },
  { value: false, Icon: ThumbDownIcon, word: 'form.down' },
] as const

/** Where one says what one thinks of a game, or says it otherwise. */
export default function ReviewForm({ gameId, review, recommended, onClose }: ReviewFormProps) {
  const { t, i18n } = useTranslation('reviews')
  const say = useToast()
  const id = useId()
  const utils = trpc.useUtils()
  const changed = useReviewsChanged()
  const write = trpc.socials.writeReview.useMutation()
  const form = useSchemaForm({
    schema: writeReviewInput,
    defaultValues: { gameId, recommended, text: review?.text ?? '' },
    onSubmit: async (values) => {
      const saved = await write.mutateAsync(values)
      utils.socials.review.setData({ gameId }, (own) => own && { ...own, review: saved })
      changed(gameId)
      say('good', t('own.saved'))
      onClose()
    },
  })
  const { setFocus } = form
  useEffect(() => setFocus('text'), [setFocus])
  const chosen = form.watch('recommended')
  const used = form.watch('text').length
  const number = (value: number) => value.toLocaleString(i18n.language)
  return (
    <form
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit(event)
        if (event.key === 'Escape' && !form.formState.isDirty) onClose()
      }}
      className="grid gap-5"
    >
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('form.thumb')}</legend>
        <div className="flex flex-wrap gap-2">
          {thumbs.map(({ value, Icon, word }) => (
            <label
              key={word}
              className={classNames(
                'relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border px-4 font-semibold transition has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-copper-fill',
                chosen !== value && 'border-edge text-ink-soft',
                chosen === value && value && 'border-patina bg-patina-wash text-patina',
                chosen === value && !value && 'border-danger bg-danger-wash text-danger',
              )}
            >
              <input
                type="radio"
                name={`${id}-thumb`}
                checked={chosen === value}
                onChange={() => form.setValue('recommended', value, { shouldDirty: true })}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
              />
              <Icon />
              {t(word)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        label={t('form.text')}
        hint={t('form.hint', { used: number(used), max: number(REVIEW_MAX) })}
        placeholder={t('form.placeholder')}
        rows={6}
        className="min-h-36"
        maxLength={REVIEW_MAX}
        {...form.field('text')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={form.busy}>
          {review ? t('form.saveEdit') : t('form.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}
