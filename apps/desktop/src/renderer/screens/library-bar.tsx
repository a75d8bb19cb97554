import { Button, classNames, TextField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { type Show, shows } from '../lib/find-games.ts'
import { showLibrary } from '../lib/route.ts'
import type { Look } from './library-shelf.tsx'

/** Search and filters of the library, and whether it is shown as covers or as lines. */
export function LibraryBar({
  query,
  show,
  counts,
  look,
  onLook,
}: {
  query: string
  show: Show
  counts: Record<Show, number>
  look: Look
  onLook: (look: Look) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-56 flex-1">
        <TextField
          label={t('library.search')}
          type="search"
          value={query}
          spellCheck={false}
          onChange={(event) => showLibrary({ query: event.target.value, show })}
        />
      </div>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('library.show')}</legend>
        {shows.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={show === one}
            onClick={() => showLibrary({ query, show: one })}
            className={classNames(
              'min-h-11 rounded-lg px-3 font-semibold hover:text-copper',
              show === one ? 'bg-copper-wash text-copper' : 'text-ink-soft',
            )}
          >
            {t(`library.shows.${one}`, { count: counts[one] })}
          </button>
        ))}
      </fieldset>
      <Button look="secondary" onClick={() => onLook(look === 'grid' ? 'list' : 'grid')}>
        {look === 'grid' ? t('library.asList') : t('library.asGrid')}
      </Button>
    </div>
  )
}
