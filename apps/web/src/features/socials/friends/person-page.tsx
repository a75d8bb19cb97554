import type { Person } from '@kettle/api/client'
import { PersonMissing, PersonProfile, PersonProfileSkeleton, usePersonWords } from '@kettle/socials'
import { buttonClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { trpc } from '../../../lib/trpc.ts'
import { isMissing } from '../is-missing.ts'
import { PersonMenu } from './person-menu.tsx'
import { RelationButtons } from './relation-buttons.tsx'

const frame = 'mx-auto w-full max-w-6xl px-4 pt-9'

/** Somebody's page, as far as they show it. */
export function PersonPage({ userId }: { userId: string }) {
  const { t } = useTranslation('people')
  const person = trpc.socials.person.useQuery({ userId })
  if (person.data && !isMissing(person.error)) return <Loaded person={person.data} />
  if (person.error) {
    if (isMissing(person.error))
      return (
        <PersonMissing
          action={
            <Link to="/friends" className={buttonClass()}>
              {t('invite.toFriends')}
            </Link>
          }
        />
      )
    return (
      <Failed title={t('person.failed')} headingLevel={1} error={person.error} onRetry={() => void person.refetch()} />
    )
  }
  return (
    <div className={frame}>
      <PersonProfileSkeleton />
    </div>
  )
}

function Loaded({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const { user, relation, presence } = person
  usePageTitle(nameOf(user))
  return (
    <div className={frame}>
      <PersonProfile
        person={person}
        presence={presence}
        picture={user.name ? user.avatar : null}
        coverOf={({ cover }) => cover}
        gameLink={({ slug }, title, className) => (
          <Link to="/game/$slug" params={{ slug }} className={className}>
            {title}
          </Link>
        )}
        actions={
          relation === 'self' ? (
            <Link to="/account" className={buttonClass({ look: 'secondary' })}>
              {t('person.edit')}
            </Link>
          ) : (
            <>
              <RelationButtons person={user} relation={relation} />
              <PersonMenu user={user} areFriends={relation === 'friends'} profile={false} />
            </>
          )
        }
      />
    </div>
  )
}
