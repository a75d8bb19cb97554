import { classNames, controlClass, SearchIcon, tagLinkClass } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type LibraryFilters, shelves } from './library-filters.ts'

/** Narrows the library by words of titles and by what one wants to do with the games. The address holds both. */
export function LibraryFilter({ filters }: { filters: LibraryFilters }) {
  const { t } = useTranslation('library')
  const navigate = useNavigate()
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      <search className="relative w-full sm:w-80">
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={100}
          defaultValue={filters.q}
          // Each letter replaces the address: the way back leads out of the library, not through it.
          onChange={(event) =>
            void navigate({ to: '/library', search: { ...filters, q: event.target.value || undefined }, replace: true })
          }
          className={`${controlClass} pl-11`}
        />
        <SearchIcon className="pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2 text-ink-soft" />
      </search>
      <nav aria-label={t('filter')} className="flex flex-wrap gap-2">
        {[undefined, ...shelves].map((shelf) => (
          <Link
            key={shelf ?? 'all'}
            to="/library"
            search={{ ...filters, show: shelf }}
            replace
            activeOptions={{ includeSearch: true }}
            aria-current={shelf === filters.show ? 'true' : undefined}
            className={classNames(
              tagLinkClass,
              shelf === filters.show && 'border-copper-fill bg-copper-wash font-semibold',
            )}
          >
            {t(`shelf.${shelf ?? 'all'}`)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
