import type { GameCard as Game, Person, Presence } from '@kettle/api/client'
import { Avatar, EmptyState, GameCard, GameCardSkeleton, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'

const grid = 'grid grid-cols-2 gap-5 sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-6'

type PersonProfileProps = {
  person: Person
  /** Null where it is not theirs to see, or not known at the moment. */
  presence: Presence | null
  picture: string | null
  coverOf: (game: Game) => string | null
  /** The app's own link to a game. */
  gameLink: (game: Game, title: ReactNode, className: string) => ReactNode
  /** What the reader can do about them. */
  actions: ReactNode
}

/** Somebody, as far as they show themselves to the reader. */
export function PersonProfile({ person, presence, picture, coverOf, gameLink, actions }: PersonProfileProps) {
  const { t } = useTranslation('people')
  const { nameOf, presenceLine } = usePersonWords()
  const { user, friendsInCommon, library } = person
  const name = nameOf(user)
  return (
    <div className="grid gap-9">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Avatar src={picture} size="huge" />
        <div className="grid min-w-0 flex-1 basis-60 gap-1">
          <h1 className="text-4xl font-bold wrap-anywhere">
            <bdi>{name}</bdi>
          </h1>
          {presence && <p className="text-ink-soft">{presenceLine(presence)}</p>}
          {friendsInCommon > 0 && <p className="text-ink-soft">{t('person.common', { count: friendsInCommon })}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">{actions}</div>
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
                  cover={coverOf(game)}
                  link={(title, className) => gameLink(game, title, className)}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

/** Nobody is there for the reader: never was, has left, or one has blocked the other. */
export function PersonMissing({ action }: { action: ReactNode }) {
  const { t } = useTranslation('people')
  return (
    <EmptyState title={t('person.missing')} headingLevel={1} action={action}>
      {t('person.missingText')}
    </EmptyState>
  )
}

/** The place that somebody's page will take. */
export function PersonProfileSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-9">
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
