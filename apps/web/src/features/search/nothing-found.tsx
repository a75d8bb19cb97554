import { buttonClass, EmptyState, tagLinkClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'
import { useActiveFilters } from './active-filters.tsx'
import { type Facets, type Filters, withoutFilters } from './filters.ts'
import { questionOf } from './question.ts'

type NothingFoundProps = { filters: Filters; facets: Facets | undefined; currency: string }

/** No game fits, and the ways on: without one of the filters, by a tag that leads somewhere, or all there is. */
export function NothingFound({ filters, facets, currency }: NothingFoundProps) {
  const { t } = useTranslation('results')
  const active = useActiveFilters(filters, facets, currency)
  // What the words find without the filters; else what the whole store has.
  const wider = trpc.search.games.useQuery({
    ...questionOf(active.length > 0 ? withoutFilters(filters) : {}),
    limit: 1,
  })
  const tags = wider.data?.facets.tags.slice(0, 8) ?? []
  return (
    <div className="grid justify-items-center">
      <EmptyState
        title={filters.q ? t('empty', { query: filters.q }) : t('emptyFilters')}
        action={
          <>
            {active.map(({ name, without }) => (
              <Link key={name} to="/search" search={without} className={buttonClass({ look: 'secondary' })}>
                {t('without', { filter: name })}
              </Link>
            ))}
            <Link to="/search" className={buttonClass({ look: active.length > 0 ? 'quiet' : 'secondary' })}>
              {t('clear')}
            </Link>
          </>
        }
      >
        {active.length > 0 ? t('emptyFiltersText') : t('emptyText')}
      </EmptyState>
      {tags.length > 0 && (
        <section aria-label={t('tryTags')} className="grid justify-items-center gap-3 pb-8">
          <h2 className="font-sans text-base font-bold tracking-normal">{t('tryTags')}</h2>
          <ul className="flex max-w-2xl flex-wrap justify-center gap-2">
            {tags.map(({ value, name }) => (
              <li key={value}>
                <Link to="/search" search={{ tags: value }} className={tagLinkClass}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
