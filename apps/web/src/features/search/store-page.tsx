import type { RecommendedReason, Storefront } from '@kettle/api/client'
import { EmptyState, GameCardSkeleton, Shelf } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../lib/failed.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { trpc } from '../../lib/trpc.ts'
import { Hero, HeroSkeleton } from './hero.tsx'
import { StoreCard } from './store-card.tsx'

const shelvesClass = 'mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-12 px-4 pt-10'

/** The store page: one game large, then the rows. A row with nothing in it isn't there. */
export function StorePage() {
  const { t } = useTranslation('search')
  usePageTitle(t('store.title'))
  const storefront = trpc.search.storefront.useQuery()
  if (storefront.data) return <Shelves rows={storefront.data} />
  if (storefront.error) {
    return (
      <Failed
        title={t('store.loadFailed')}
        headingLevel={1}
        error={storefront.error}
        onRetry={() => void storefront.refetch()}
      />
    )
  }
  return (
    <div aria-busy="true">
      <h1 className="sr-only">{t('store.title')}</h1>
      <HeroSkeleton />
      <div className={shelvesClass}>
        {(['popular', 'new'] as const).map((row) => (
          <Shelf key={row} title={t(`store.${row}`)}>
            {[1, 2, 3, 4, 5, 6].map((place) => (
              <GameCardSkeleton key={place} />
            ))}
          </Shelf>
        ))}
      </div>
    </div>
  )
}

function Shelves({ rows }: { rows: Storefront }) {
  const { t } = useTranslation('search')
  const reasonText = (reason: RecommendedReason) =>
    reason.kind === 'owned' ? t('store.becauseOwned', { title: reason.title }) : reason.tags.join(', ')
  const featured = rows.popular[0] ?? rows.new[0]
  if (!featured)
    return (
      <EmptyState title={t('store.empty')} headingLevel={1}>
        {t('store.emptyText')}
      </EmptyState>
    )
  const shelves = [
    { name: 'popular', cards: rows.popular.map((game) => <StoreCard key={game.id} game={game} />) },
    {
      name: 'recommended',
      cards: rows.recommended.map((game) => <StoreCard key={game.id} game={game} reason={reasonText(game.reason)} />),
    },
    { name: 'discounted', cards: rows.discounted.map((game) => <StoreCard key={game.id} game={game} />) },
    {
      name: 'friendsRecent',
      cards: rows.friendsRecent.map((game) => (
        <StoreCard key={game.id} game={game} reason={game.friends.map((friend) => friend.name).join(', ')} />
      )),
    },
    { name: 'new', cards: rows.new.map((game) => <StoreCard key={game.id} game={game} />) },
  ] as const
  return (
    <>
      <Hero game={featured} />
      <div className={shelvesClass}>
        {shelves
          .filter((shelf) => shelf.cards.length > 0)
          .map((shelf) => (
            <Shelf key={shelf.name} title={t(`store.${shelf.name}`)}>
              {shelf.cards}
            </Shelf>
          ))}
      </div>
    </>
  )
}
