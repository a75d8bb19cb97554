import { SearchIcon } from '@kettle/ui'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** The search field of every page. What was asked stays in it and in the address. */
export function SearchForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const asked = useRouterState({
    select: ({ location }) => (location.pathname === '/search' ? String(location.search.q ?? '') : ''),
  })
  return (
    <search>
      <form
        action="/search"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
          void navigate({ to: '/search', search: q ? { q } : {} })
        }}
      >
        <input
          key={asked}
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={500}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          enterKeyHint="search"
          className="min-h-11 w-full rounded-lg border border-edge bg-paper pr-3 pl-11 placeholder:text-ink-soft transition hover:border-copper-fill"
        />
        <button
          type="submit"
          aria-label={t('search.submit')}
          className="absolute inset-y-0 left-0 grid w-11 place-items-center rounded-lg text-ink-soft hover:text-copper"
        >
          <SearchIcon />
        </button>
      </form>
    </search>
  )
}
