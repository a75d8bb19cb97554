import type { ReviewSummary } from '@kettle/api/client'
import { Select } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { ReviewFilters } from './review-filters.ts'

type ReviewFilterBarProps = {
  filters: ReviewFilters
  summary: ReviewSummary | undefined
  onChange: (filters: ReviewFilters) => void
}

/** Order, language and thumb of the list. */
export function ReviewFilterBar({ filters, summary, onChange }: ReviewFilterBarProps) {
  const { t } = useTranslation('reviews')
  const counted = (word: string, count: number | undefined) => (count === undefined ? word : `${word} (${count})`)
  const inLanguage = (language: 'ru' | 'en') =>
    summary && (summary.languages.find((row) => row.language === language)?.total ?? 0)
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
          { value: 'ru', label: counted(t('language.ru'), inLanguage('ru')) },
          { value: 'en', label: counted(t('language.en'), inLanguage('en')) },
        ]}
        onChange={(value) => onChange({ ...filters, written: (value || undefined) as ReviewFilters['written'] })}
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
