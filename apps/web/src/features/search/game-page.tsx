import type { GamePage as Game } from '@kettle/api/client'
import { CoverImage, Skeleton } from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PageMissing } from '../../layout/page-missing.tsx'
import { failureOf } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { trpc } from '../../lib/trpc.ts'
import { About, Labels } from './game-about.tsx'
import { Facts } from './game-facts.tsx'
import { Languages } from './game-languages.tsx'
import { Pictures } from './game-pictures.tsx'
import { RequirementsTable } from './game-requirements.tsx'

const columns =
  'mx-auto grid max-w-6xl grid-cols-1 px-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr] lg:gap-x-12'
/** The band of ink behind a game's head: as high as the head, as wide as the window. */
const bandClass =
  'relative isolate grid content-start gap-4 py-4 text-steam before:absolute before:inset-y-0 before:-inset-x-[100vw] before:-z-20 before:bg-night sm:py-8'
const panelClass =
  'relative z-10 mt-6 grid h-fit content-start overflow-hidden rounded-2xl border border-line bg-surface shadow-card lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-8'
const bodyClass = 'grid min-w-0 content-start gap-9 pt-9 lg:col-start-1 lg:row-start-2'

type GamePageProps = {
  slug: string
  panel: (game: Game) => ReactNode
  /** What there is to say to its owner, below what it is. */
  news: (game: Game) => ReactNode
  /** What players say, below what its maker says. */
  reviews: (game: Game) => ReactNode
}

/** One game: what it is on the left, what it costs and how to have it in the panel. */
export function GamePage({ slug, panel, news, reviews }: GamePageProps) {
  const { t } = useTranslation('game')
  const game = trpc.search.game.useQuery({ slug })
  usePageTitle(game.data?.title)
  const navigate = useNavigate()
  const address = game.data?.slug
  // An address that the game had once: the bar shows the one that it has.
  useEffect(() => {
    if (address && address !== slug)
      void navigate({
        to: '/game/$slug',
        params: { slug: address },
        search: (before) => before as object,
        replace: true,
      })
  }, [address, slug, navigate])
  if (game.data)
    return <Loaded game={game.data} panel={panel(game.data)} news={news(game.data)} reviews={reviews(game.data)} />
  if (game.error) {
    if (failureOf(game.error).reason === 'NOT_FOUND') return <PageMissing />
    return <Failed title={t('failed')} headingLevel={1} error={game.error} onRetry={() => void game.refetch()} />
  }
  return <Loading />
}

function Loaded({ game, panel, news, reviews }: { game: Game; panel: ReactNode; news: ReactNode; reviews: ReactNode }) {
  return (
    <article className="overflow-x-clip">
      <div className={columns}>
        <header className={bandClass}>
          {game.cover && (
            <div aria-hidden="true" className="absolute inset-y-0 -inset-x-[100vw] -z-10 overflow-hidden">
              <img
                src={game.cover}
                alt=""
                className="absolute inset-y-0 left-[100vw] h-full w-screen object-cover opacity-20 blur-3xl"
              />
            </div>
          )}
          <Pictures game={game} />
          <div className="grid gap-2">
            <h1 className="text-4xl font-bold sm:text-5xl">{game.title}</h1>
            <p className="max-w-2xl text-steam-soft sm:text-lg">{game.shortDescription}</p>
          </div>
        </header>
        <aside className={panelClass}>
          <div className="hidden lg:block">
            <CoverImage src={game.cover} title={game.title} eager />
          </div>
          <div className="grid gap-4 p-5">{panel}</div>
        </aside>
        <div className={bodyClass}>
          <About game={game} />
          {news}
          <Labels game={game} />
          <Facts game={game} />
          <Languages languages={game.languages} />
          {game.requirements && <RequirementsTable requirements={game.requirements} />}
          {reviews}
        </div>
      </div>
    </article>
  )
}

function Loading() {
  return (
    <div aria-busy="true" className="overflow-x-clip">
      <div className={columns}>
        <div className={bandClass}>
          <Skeleton className="-mx-4 -mt-4 aspect-12/5 opacity-25 sm:mx-0 sm:mt-0 sm:rounded-xl" />
          <Skeleton className="h-15 max-w-120 opacity-25 sm:h-19" />
          <Skeleton className="h-12 w-80 max-w-full opacity-25" />
          <Skeleton className="h-7 w-120 max-w-full opacity-25" />
        </div>
        <div className={panelClass}>
          <Skeleton className="hidden aspect-3/4 rounded-none lg:block" />
          <div className="grid gap-4 p-5">
            <Skeleton className="h-9 w-28" />
            <Skeleton className="h-13" />
            <Skeleton className="h-10" />
          </div>
        </div>
        <div className={bodyClass}>
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-28 max-w-2xl" />
          <Skeleton className="h-28 max-w-2xl" />
        </div>
      </div>
    </div>
  )
}
