import type { GamePage as Game } from '@kettle/api/client'
import { CoverImage, formatBytes, formatDate, Skeleton, tagLinkClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageMissing } from '../../layout/page-missing.tsx'
import { failureOf } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { trpc } from '../../lib/trpc.ts'

const columns = 'mx-auto grid max-w-6xl gap-8 px-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-12'
const panelClass =
  'relative z-10 row-start-1 -mt-16 grid h-fit content-start overflow-hidden rounded-2xl border border-line bg-surface shadow-card sm:-mt-24 lg:sticky lg:top-6 lg:col-start-2 lg:-mt-40'

/** One game: what it is on the left, what it costs and how to have it in the panel. */
export function GamePage({ slug, panel }: { slug: string; panel: (game: Game) => ReactNode }) {
  const { t } = useTranslation('search')
  const game = trpc.search.game.useQuery({ slug })
  usePageTitle(game.data?.title)
  if (game.data) return <Loaded game={game.data} panel={panel(game.data)} />
  if (game.error) {
    if (failureOf(game.error).reason === 'NOT_FOUND') return <PageMissing />
    return <Failed title={t('game.failed')} error={game.error} onRetry={() => void game.refetch()} />
  }
  return <Loading />
}

function Loaded({ game, panel }: { game: Game; panel: ReactNode }) {
  const { t } = useTranslation('search')
  return (
    <article className="grid gap-8">
      <header className="relative isolate overflow-hidden bg-night text-steam">
        {(game.header ?? game.cover) && (
          <img
            src={game.header ?? game.cover ?? ''}
            alt=""
            width={1200}
            height={500}
            fetchPriority="high"
            className="absolute inset-0 -z-10 size-full object-cover"
          />
        )}
        <div aria-hidden="true" className="absolute inset-0 -z-10 bg-linear-to-t from-night via-night/55 to-night/5" />
        <div className="mx-auto grid min-h-72 max-w-6xl items-end px-4 pt-32 pb-24 sm:min-h-100 sm:pb-28 lg:pb-9">
          <div className="grid gap-2 lg:mr-96">
            <h1 className="text-4xl font-bold sm:text-5xl">{game.title}</h1>
            <p className="max-w-2xl text-steam-soft sm:text-lg">{game.shortDescription}</p>
          </div>
        </div>
      </header>
      <div className={columns}>
        <aside className={panelClass}>
          <div className="hidden lg:block">
            <CoverImage src={game.cover} title={game.title} eager />
          </div>
          <div className="grid gap-4 p-5">{panel}</div>
        </aside>
        <div className="grid content-start gap-9 lg:row-start-1">
          <section aria-labelledby="about" className="grid max-w-2xl gap-4">
            <h2 id="about" className="text-2xl font-bold">
              {t('game.about')}
            </h2>
            <div className="grid gap-4 text-lg leading-relaxed">
              {game.description.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph} className="whitespace-pre-line">
                  {paragraph}
                </p>
              ))}
            </div>
          </section>
          {game.tags.length > 0 && (
            <section aria-labelledby="tags" className="grid gap-3">
              <h2 id="tags" className="text-xl font-bold">
                {t('game.tags')}
              </h2>
              <ul className="flex flex-wrap gap-2">
                {game.tags.map((tag) => (
                  <li key={tag}>
                    <Link to="/search" search={{ q: tag }} className={tagLinkClass}>
                      {tag}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Facts game={game} />
        </div>
      </div>
    </article>
  )
}

function Facts({ game }: { game: Game }) {
  const { t, i18n } = useTranslation('search')
  const platformName = (platform: string) =>
    i18n.exists(`search:platform.${platform}`) ? t(`platform.${platform as 'any'}`) : platform
  const size = Math.max(0, ...game.builds.map((build) => build.installBytes))
  const facts = [
    [t('game.developer'), game.developer],
    [t('game.publisher'), game.publisher],
    [t('game.released'), formatDate(game.releaseDate, i18n.language)],
    [t('game.platforms'), game.platforms.map(platformName).join(', ')],
    ...(size > 0 ? [[t('game.size'), formatBytes(size, i18n.language)]] : []),
  ]
  return (
    <section aria-labelledby="facts" className="grid max-w-2xl gap-3">
      <h2 id="facts" className="text-xl font-bold">
        {t('game.facts')}
      </h2>
      <dl className="grid border-t border-line">
        {facts.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[10rem_1fr] gap-3 border-b border-line py-2.5">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Loading() {
  return (
    <div aria-busy="true" className="grid gap-8">
      <div className="bg-night">
        <div className="mx-auto grid min-h-72 max-w-6xl content-end gap-4 px-4 pt-32 pb-24 opacity-25 sm:min-h-100 sm:pb-28 lg:pb-9">
          <Skeleton className="h-12 w-80 max-w-full" />
          <Skeleton className="h-7 w-120 max-w-full" />
        </div>
      </div>
      <div className={columns}>
        <div className={panelClass}>
          <Skeleton className="hidden aspect-3/4 rounded-none lg:block" />
          <div className="grid gap-4 p-5">
            <Skeleton className="h-9 w-28" />
            <Skeleton className="h-13" />
            <Skeleton className="h-10" />
          </div>
        </div>
        <div className="grid content-start gap-4 lg:row-start-1">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-28 max-w-2xl" />
          <Skeleton className="h-28 max-w-2xl" />
        </div>
      </div>
    </div>
  )
}
