import type { ReviewSummary } from '@kettle/api/client'
import { classNames } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { ReviewFilters } from './review-filters.ts'
import { percentOf, type Verdict, verdictOf } from './review-verdict.ts'

const tones: Record<Verdict, string> = {
  few: 'text-ink',
  overwhelming: 'text-patina',
  very: 'text-patina',
  good: 'text-patina',
  mostlyGood: 'text-patina',
  mixed: 'text-copper',
  mostlyBad: 'text-danger',
  bad: 'text-danger',
}

/** All reviews in a word and a share, in all languages or in the chosen one. */
export function ReviewSummaryBar({ summary, written }: { summary: ReviewSummary; written: ReviewFilters['written'] }) {
  const { t } = useTranslation('reviews')
  const none = { total: 0, positive: 0 }
  const counts = written ? (summary.languages.find(({ language }) => language === written) ?? none) : summary
  if (counts.total === 0) return null
  const verdict = verdictOf(counts)
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong className={classNames('font-display text-xl font-bold', tones[verdict])}>
          {t(`verdict.${verdict}`)}
        </strong>
        <span className="text-ink-soft">{t('share', { percent: percentOf(counts), count: counts.total })}</span>
      </p>
      <svg
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-2 w-full rounded-full bg-sunk"
      >
        <rect width={percentOf(counts)} height="2" className="fill-patina" />
      </svg>
      {!written && summary.recent.total > 0 && summary.recent.total < summary.total && (
        <p className="text-sm text-ink-soft">
          {t('recent', { percent: percentOf(summary.recent), count: summary.recent.total })}
        </p>
      )}
    </div>
  )
}
