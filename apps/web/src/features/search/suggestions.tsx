import { CoverImage, classNames, SearchIcon, TagIcon, useSettled } from '@kettle/ui'
import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answers, trpc } from '../../lib/trpc.ts'

/** Shorter than between two letters of somebody who types fast, a question would be asked for each of them. */
const settledMs = 120

type SuggestionsProps = {
  text: string
  listId: string
  /** Where the field finds who takes its keys. */
  keys: RefObject<((event: KeyboardEvent) => void) | null>
  onShow: (shown: { expanded: boolean; active?: string }) => void
  onPick: () => void
}

type Option = { key: string; go: () => void; picture: ReactNode; text: ReactNode }

/**
 * What the begun words may become: games, tags, and what was probably meant. The list of a combobox (ARIA's pattern): focus
 * stays in the field, whose arrows move through the options.
 */
export default function Suggestions({ text, listId, keys, onShow, onPick }: SuggestionsProps) {
  const { t } = useTranslation('search')
  const prefix = useSettled(text.trim(), settledMs)
  const found = trpc.search.suggest.useQuery(
    { prefix },
    {
      enabled: prefix !== '',
      staleTime: 60_000,
      retry: false,
      placeholderData: keepPreviousData,
      // An answer to what is no longer in the field is of no use.
      trpc: { abortOnUnmount: true },
    },
  )
  const options = useOptions(found.data)
  const count = options.length
  const settled = found.data !== undefined && !found.isPlaceholderData
  // By its key: an answer that comes after the choice must not take it away.
  const [chosen, setChosen] = useState<string>()
  const at = options.findIndex(({ key }) => key === chosen)
  const active = options[at] && `${listId}-${at}`

  // Who types on has not chosen.
  useEffect(() => setChosen(undefined), [text])
  useEffect(() => onShow({ expanded: count > 0, active }), [onShow, count, active])
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const pick = (option: Option) => {
    onPick()
    option.go()
  }
  useEffect(() => {
    keys.current = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && count > 0) {
        event.preventDefault()
        // Past either end lies the field itself.
        setChosen(options[((at + 1 + step + count + 1) % (count + 1)) - 1]?.key)
      }
      const option = options[at]
      if (event.key === 'Enter' && option) {
        event.preventDefault()
        pick(option)
      }
    }
    return () => {
      keys.current = null
    }
  })

  if (count === 0 && !(settled && found.data.games.length === 0)) return null
  return (
    <div className="absolute inset-x-0 top-full z-40 mt-1.5 max-h-[70dvh] overflow-y-auto overscroll-contain rounded-xl border border-line bg-surface p-1.5 shadow-pop">
      <p role="status" className={count > 0 ? 'sr-only' : 'px-3 py-2.5 text-ink-soft'}>
        {settled && t(count > 0 ? 'suggest.count' : 'suggest.none', { count })}
      </p>
      {count > 0 && (
        <div id={listId} role="listbox" aria-label={t('suggest.label')} className="grid">
          {options.map((option, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, where focus stays
            <div
              key={option.key}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              className={classNames(
                'flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5',
                place === at ? 'bg-copper-wash text-copper' : 'hover:bg-copper-wash',
              )}
            >
              {option.picture}
              <span className="min-w-0 flex-1">{option.text}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function useOptions(found: Answers['search']['suggest'] | undefined): Option[] {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  if (!found) return []
  const { games, tags, correctedQuery } = found
  const iconFrame = 'grid w-8 shrink-0 place-items-center text-ink-soft'
  return [
    ...(correctedQuery
      ? [
          {
            key: 'corrected',
            go: () => void navigate({ to: '/search', search: { q: correctedQuery } }),
            picture: (
              <span className={iconFrame}>
                <SearchIcon />
              </span>
            ),
            text: t('suggest.meant', { query: correctedQuery }),
          },
        ]
      : []),
    ...games.map(({ slug, title, cover }) => ({
      key: `game ${slug}`,
      go: () => void navigate({ to: '/game/$slug', params: { slug } }),
      picture: (
        <span className="w-8 shrink-0 overflow-hidden rounded">
          <CoverImage src={cover} title={title} shape="thumb" />
        </span>
      ),
      text: <span className="line-clamp-2 font-semibold">{title}</span>,
    })),
    ...tags.map(({ value, name }) => ({
      key: `tag ${value}`,
      go: () => void navigate({ to: '/search', search: { tags: value } }),
      picture: (
        <span className={iconFrame}>
          <TagIcon />
        </span>
      ),
      text: t('suggest.tag', { name }),
    })),
  ]
}
