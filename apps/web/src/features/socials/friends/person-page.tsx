import type { Person } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import { Avatar, buttonClass, EmptyState, GameCard, GameCardSkeleton, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { trpc } from '../../../lib/trpc.ts'
import { isMissing } from '../is-missing.ts'
import { PersonMenu } from './person-menu.tsx'
import { RelationButtons } from './relation-buttons.tsx'

const frame = 'mx-auto grid max-w-6xl gap-9 px-4 pt-9'
const grid = 'grid grid-cols-2 gap-5 sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-6'

/** Somebody's page, as far as they show it. */
export function PersonPage({ userId }: { userId: string }) {
  const { t } = useTranslation('people')
  const person = trpc.socials.person.useQuery({ userId })
  if (person.data && !isMissing(person.error)) return <Loaded person={person.data} />
  if (person.error) {
    if (isMissing(person.error))
      return (
        <EmptyState
          title={t('person.missing')}
          headingLevel={1}
          action={
            <Link to="/friends" className={buttonClass()}>
              {t('invite.toFriends')}
            </Link>
          }
        >
          {t('person.missingText')}
        </EmptyState>
      )
    return (
      <Failed title={t('person.failed')} headingLevel={1} error={person.error} onRetry={() => void person.refetch()} />
    )
  }
  return (
    <div aria-busy="true" className={frame}>
      <div className="flex items-center gap-6">
        <Skeleton className="size-24 rounded-full!" />
        <Skeleton className="h-16 w-64" />
      </div>
      <div className={grid}>
        {[1, 2, 3, 4, 5, 6].map((place) => (
          <GameCardSkeleton key={place} />
        ))}
      </div>
    </div>
  )
}

function Loaded({ person: { user, relation, presence, friendsInCommon, library } }: { person: Person }) {
  const { t } = useTranslation('people')
  const { nameOf, presenceLine } = usePersonWords()
  const name = nameOf(user)
  usePageTitle(name)
  return (
    <div className={frame}>
      <header className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Avatar src={user.name ? user.avatar : null} size="huge" />
        <div className="grid min-w-0 flex-1 basis-60 gap-1">
          <h1 className="text-4xl font-bold wrap-anywhere">
            <bdi>{name}</bdi>
          </h1>
          {presence && <p className="text-ink-soft">{presenceLine(presence)}</p>}
          {friendsInCommon > 0 && <p className="text-ink-soft">{t('person.common', { count: friendsInCommon })}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {relation === 'self' ? (
            <Link to="/account" className={buttonClass({ look: 'secondary' })}>
              {t('person.edit')}
            </Link>
          ) : (
            <>
              <RelationButtons user={user} relation={relation} />
              <PersonMenu user={user} areFriends={relation === 'friends'} profile={false} />
            </>
          )}
        </div>
      </header>
      <section aria-labelledby="games" className="grid gap-4">
        <h2 id="games" className="text-2xl font-bold">
          {library && library.count > 0 ? t('person.games', { count: library.count }) : t('person.library')}
        </h2>
        {!library && <p className="text-ink-soft">{t('person.hidden', { name })}</p>}
        {library?.count === 0 && <p className="text-ink-soft">{t('person.noGames')}</p>}
        {library && library.count > 0 && (
          <ul className={grid}>
            {library.items.map((game) => (
              <li key={game.id}>
                <GameCard
                  title={game.title}
                  cover={game.cover}
                  link={(title, className) => (
                    <Link to="/game/$slug" params={{ slug: game.slug }} className={className}>
                      {title}
                    </Link>
                  )}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
