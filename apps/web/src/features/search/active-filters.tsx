import { CloseIcon, formatMoney, tagLinkClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countFilters, type Facets, type Filters, tagList, toggleTag, withoutFilters } from './filters.ts'

/** What narrows the games now, in words, with what the search would be without it. */
export function useActiveFilters(filters: Filters, facets: Facets | undefined, currency: string) {
  const { t, i18n } = useTranslation(['results', 'search'])
  const nameOf = (tag: string) => facets?.tags.find(({ value }) => value === tag)?.name ?? tag.replaceAll('-', ' ')
  const price = (amount: number) =>
    amount === 0 ? t('filters.free') : t('filters.upTo', { price: formatMoney({ amount, currency }, i18n.language) })
  return [
    ...(filters.sale ? [{ name: t('filters.sale'), without: { ...filters, sale: undefined } }] : []),
    ...(filters.soon ? [{ name: t('search:store.comingSoon'), without: { ...filters, soon: undefined } }] : []),
    ...(filters.price ? [{ name: price(Number(filters.price)), without: { ...filters, price: undefined } }] : []),
    ...(filters.platform
      ? [{ name: t(`search:platform.${filters.platform}`), without: { ...filters, platform: undefined } }]
      : []),
    ...tagList(filters.tags).map((tag) => ({ name: nameOf(tag), without: toggleTag(filters, tag) })),
  ]
}

type ActiveFiltersProps = { filters: Filters; facets: Facets | undefined; currency: string }

/** The filters that are on, each with a way to take it off. */
export function ActiveFilters({ filters, facets, currency }: ActiveFiltersProps) {
  const { t } = useTranslation('results')
  const active = useActiveFilters(filters, facets, currency)
  if (active.length === 0) return null
  return (
    <ul aria-label={t('filters.active')} className="flex flex-wrap items-center gap-2">
      {active.map(({ name, without }) => (
        <li key={name}>
          <Link to="/search" search={without} resetScroll={false} preload={false} className={`${tagLinkClass} gap-1.5`}>
            {name}
            <CloseIcon className="size-3.5" />
            <span className="sr-only">{t('filters.takeOff')}</span>
          </Link>
        </li>
      ))}
      {countFilters(filters) > 1 && (
        <li>
          <Link
            to="/search"
            search={withoutFilters(filters)}
            resetScroll={false}
            preload={false}
            className="flex min-h-8 items-center px-2 text-sm font-semibold text-copper hover:underline"
          >
            {t('filters.clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}
