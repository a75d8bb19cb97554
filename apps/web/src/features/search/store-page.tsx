import type { GameCard, RecommendedReason, Storefront } from '@kettle/api/client'
import { EmptyState, formatDate, formatDay, GameCardSkeleton, Shelf } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../lib/failed.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { trpc } from '../../lib/trpc.ts'
import type { Filters } from './filters.ts'
import { Hero, HeroSkeleton } from './hero.tsx'
import { StoreCard } from './store-card.tsx'
import { Buyers, Invitation, NoFriendsYet } from './store-notes.tsx'

const shelvesClass = 'mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-12 px-4 pt-10'

/** The store page: one game large, then the rows. A row of the store with nothing in it isn't there; a personal one says why. */
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
  const { t, i18n } = useTranslation('search')
  const why = (reason: RecommendedReason) =>
    reason.kind === 'owned'
      ? t('store.becauseOwned', { title: reason.title })
      : t('store.becauseTags', { tags: reason.tags.join(', ') })
  const until = ({ discountUntil }: GameCard) =>
    discountUntil ? t('store.until', { date: formatDay(discountUntil, i18n.language) }) : undefined
  const day = ({ releaseDate }: GameCard) => releaseDate && formatDate(releaseDate, i18n.language)
  const featured = rows.popular[0] ?? rows.new[0] ?? rows.comingSoon[0]
  if (!featured)
    return (
      <EmptyState title={t('store.empty')} headingLevel={1}>
        {t('store.emptyText')}
      </EmptyState>
    )
  return (
    <>
      <Hero game={featured} />
      <div className={shelvesClass}>
        <Row name="popular" games={rows.popular} all={{ sort: 'popular' }} />
        <Row name="recommended" games={rows.recommended} reason={(game) => why(game.reason)} instead={<Invitation />} />
        <Row name="discounted" games={rows.discounted} reason={until} all={{ sale: '1', sort: 'discount' }} />
        <Row
          name="friendsRecent"
          games={rows.friendsRecent}
          reason={({ friends }) => <Buyers friends={friends} />}
          instead={<NoFriendsYet />}
        />
        <Row name="new" games={rows.new} all={{ sort: 'new' }} />
        <Row name="comingSoon" games={rows.comingSoon} reason={day} all={{ soon: '1', sort: 'new' }} />
      </div>
    </>
  )
}

type RowProps<Game extends GameCard> = {
  name: 'popular' | 'recommended' | 'discounted' | 'friendsRecent' | 'new' | 'comingSoon'
  games: Game[]
  reason?: (game: Game) => ReactNode
  /** The search that holds all of the row. */
  all?: Filters
  /** What stands in the place of an empty row. */
  instead?: ReactNode
}

function Row<Game extends GameCard>({ name, games, reason, all, instead }: RowProps<Game>) {
  const { t } = useTranslation('search')
  if (games.length === 0) return instead
  const title = t(`store.${name}`)
  return (
    <Shelf
      title={title}
      action={
        all && (
          <Link to="/search" search={all} className="text-sm font-semibold text-copper hover:underline">
            {t('store.all')}
            <span className="sr-only">: {title}</span>
          </Link>
        )
      }
    >
      {games.map((game) => (
        <StoreCard key={game.id} game={game} reason={reason?.(game)} />
      ))}
    </Shelf>
  )
}
