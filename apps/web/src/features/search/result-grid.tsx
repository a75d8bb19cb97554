import type { GameCard } from '@kettle/api/client'
import { Button, GameCardSkeleton } from '@kettle/ui'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { StoreCard } from './store-card.tsx'

const gridClass = 'grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5'

type Pages = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<{ error: unknown }>
}

/** The games found, and the way to more of them. Whoever asks for more goes on reading at the first new one. */
export function ResultGrid({ games, results }: { games: GameCard[]; results: Pages }) {
  const { t } = useTranslation('common')
  const say = useToast()
  const explain = useExplain()
  const list = useRef<HTMLUListElement>(null)
  const readOnAt = useRef<number>(undefined)

  const loadMore = async () => {
    readOnAt.current = games.length
    const { error } = await results.fetchNextPage()
    if (!error) return
    readOnAt.current = undefined
    say('bad', explain(error))
  }
  useEffect(() => {
    const at = readOnAt.current
    if (at === undefined || games.length <= at) return
    readOnAt.current = undefined
    list.current?.children[at]?.querySelector('a')?.focus({ preventScroll: true })
  }, [games.length])

  return (
    <>
      <ul ref={list} className={gridClass}>
        {games.map((game, place) => (
          <li key={game.id}>
            <StoreCard game={game} eager={place < 4} headingLevel={2} />
          </li>
        ))}
      </ul>
      {results.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={results.isFetchingNextPage}
          onClick={() => void loadMore()}
        >
          {t('loadMore')}
        </Button>
      )}
    </>
  )
}

/** The place of the games while they are looked for. */
export function ResultGridSkeleton() {
  return (
    <ul aria-busy="true" className={gridClass}>
      {Array.from({ length: 12 }, (_, place) => (
        <li key={place}>
          <GameCardSkeleton />
        </li>
      ))}
    </ul>
  )
}
