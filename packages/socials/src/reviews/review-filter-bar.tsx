import type { ReviewSummary } from '@kettle/api/client'
import { Select } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { ReviewFilters } from './review-filters.ts'

type ReviewFilterBarProps = {
  filters: ReviewFilters
  summary: ReviewSummary | undefined
  onChange: (filters: ReviewFilters) => void
}

/** Russian writes the names of languages small; in a list they begin like its other lines. */
const capitalized = (word: string, locale: string): string => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)

/** Order, language and thumb of the list. */
export function ReviewFilterBar({ filters, summary, onChange }: ReviewFilterBarProps) {
  const { t, i18n } = useTranslation('reviews')
  const counted = (word: string, count: number | undefined) => (count === undefined ? word : `${word} (${count})`)
  const nameOf = new Intl.DisplayNames(i18n.language, { type: 'language' })
  // What is chosen stays to be seen, also where no review is written in it.
  const known = summary?.languages ?? []
  const languages =
    filters.written && !known.some(({ language }) => language === filters.written)
      ? [...known, { language: filters.written, total: summary && 0 }]
      : known
  return (
    <div className="-mx-3 flex flex-wrap gap-x-2">
      <Select
        label={t('sort.label')}
        value={filters.reviews ?? ''}
        options={[
          { value: '', label: t('sort.helpful') },
          { value: 'new', label: t('sort.new') },
          { value: 'playtime', label: t('sort.playtime') },
        ]}
        onChange={(value) => onChange({ ...filters, reviews: (value || undefined) as ReviewFilters['reviews'] })}
      />
      <Select
        label={t('language.label')}
        value={filters.written ?? ''}
        options={[
          { value: '', label: counted(t('language.all'), summary?.total) },
          ...languages.map(({ language, total }) => ({
            value: language,
            label: counted(capitalized(nameOf.of(language) ?? language, i18n.language), total),
          })),
        ]}
        onChange={(value) => onChange({ ...filters, written: value || undefined })}
      />
      <Select
        label={t('thumb.label')}
        value={filters.thumb ?? ''}
        options={[
          { value: '', label: t('thumb.all') },
          { value: 'up', label: t('thumb.up') },
          { value: 'down', label: t('thumb.down') },
        ]}
        onChange={(value) => onChange({ ...filters, thumb: (value || undefined) as ReviewFilters['thumb'] })}
      />
    </div>
  )
}
