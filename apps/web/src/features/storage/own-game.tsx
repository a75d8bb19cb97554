import { buttonClass, Skeleton, tagLinkClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { PageMissing } from '../../layout/page-missing.tsx'
import { failureOf } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { type Answers, trpc } from '../../lib/trpc.ts'
import { SaleChecklist } from './sale-checklist.tsx'

export type OwnGame = Answers['storage']['game']

/** A game's title in the reader's language, else in the one that there is. */
export const titleOf = ({ title }: Pick<OwnGame, 'title'>) => title[currentLanguage()] || title.en || title.ru

const tabs = [
  { to: '/publish/$gameId', name: 'tabs.page' },
  { to: '/publish/$gameId/price', name: 'tabs.price' },
  { to: '/publish/$gameId/pictures', name: 'tabs.pictures' },
  { to: '/publish/$gameId/builds', name: 'tabs.builds' },
  { to: '/publish/$gameId/sales', name: 'tabs.sales' },
  { to: '/publish/$gameId/reviews', name: 'tabs.reviews' },
] as const

/** One game of the publisher's own: its name, the way between its parts, and one of them. */
export function OwnGameFrame({ gameId, children }: { gameId: string; children: (game: OwnGame) => ReactNode }) {
  const { t } = useTranslation('publish')
  const game = trpc.storage.game.useQuery({ gameId })
  if (game.error && !game.data) {
    if (/^(NOT_FOUND|INVALID_INPUT)$/.test(failureOf(game.error).reason)) return <PageMissing />
    return (
      <Page title={t('games.title')}>
        <Failed title={t('game.failed')} error={game.error} onRetry={() => void game.refetch()} />
      </Page>
    )
  }
  return (
    <Page
      title={game.data ? titleOf(game.data) : t('game.loading')}
      lead={
        <Link to="/publish" className="text-copper underline underline-offset-4">
          {t('games.title')}
        </Link>
      }
      action={
        game.data?.published && (
          <Link
            to="/game/$slug"
            params={{ slug: game.data.slug }}
            className={buttonClass({ look: 'secondary', size: 'small' })}
          >
            {t('game.look')}
          </Link>
        )
      }
    >
      <nav aria-label={t('tabs.nav')} className="-mt-2 flex flex-wrap gap-2">
        {tabs.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            params={{ gameId }}
            activeOptions={{ exact: true }}
            className={`${tagLinkClass} [&.active]:border-copper-fill [&.active]:bg-copper-wash [&.active]:font-semibold`}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      {game.data && <SaleChecklist game={game.data} />}
      {game.data ? children(game.data) : <Skeleton className="h-96 rounded-2xl" />}
    </Page>
  )
}
