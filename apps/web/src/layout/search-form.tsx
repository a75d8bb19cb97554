import { isComposing, SearchIcon } from '@kettle/ui'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryMax } from '../features/search/filters.ts'
import { lazyAside } from '../lib/lazy-part.tsx'

const loadSuggestions = () => import('../features/search/suggestions.tsx')
const Suggestions = lazyAside(loadSuggestions)

/** What the list of suggestions tells the field that it belongs to. */
type Shown = { expanded: boolean; active?: string }
const nothing: Shown = { expanded: false }

/**
 * The search field of every page: a combobox, whose list comes with the first letter. What was asked stays in it and in
 * the address.
 */
export function SearchForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const listId = useId()
  const asked = useRouterState({
    select: ({ location }) => (location.pathname === '/search' ? String(location.search.q ?? '') : ''),
  })
  const [text, setText] = useState(asked)
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(nothing)
  const keys = useRef<(event: KeyboardEvent) => void>(null)
  useEffect(() => setText(asked), [asked])

  const close = () => {
    setOpen(false)
    setShown(nothing)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own.
    if (isComposing(event)) return
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (open) keys.current?.(event)
    else if (event.key === 'ArrowDown') {
      event.preventDefault()
      setOpen(true)
    }
  }
  return (
    <search>
      <form
        action="/search"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          close()
          // A phone's keyboard would cover what was found.
          if (matchMedia('(pointer: coarse)').matches) (document.activeElement as HTMLElement | null)?.blur()
          void navigate({ to: '/search', search: { q: text.trim() || undefined } })
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close()
        }}
      >
        <input
          type="search"
          name="q"
          role="combobox"
          value={text}
          maxLength={queryMax}
          autoComplete="off"
          aria-label={t('search.label')}
          aria-autocomplete="list"
          aria-expanded={shown.expanded}
          aria-controls={shown.expanded ? listId : undefined}
          aria-activedescendant={shown.active}
          placeholder={t('search.placeholder')}
          enterKeyHint="search"
          onFocus={() => void loadSuggestions()}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full rounded-lg border border-edge bg-paper pr-3 pl-11 placeholder:text-ink-soft transition hover:border-copper-fill"
        />
        <button
          type="submit"
          aria-label={t('search.submit')}
          className="absolute top-0 left-0 grid h-11 w-11 place-items-center rounded-lg text-ink-soft hover:text-copper"
        >
          <SearchIcon />
        </button>
        {open && text.trim() !== '' && (
          <Suggestions text={text} listId={listId} keys={keys} onShow={setShown} onPick={close} />
        )}
      </form>
    </search>
  )
}
