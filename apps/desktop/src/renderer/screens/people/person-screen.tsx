import type { Person } from '@kettle/api/client'
import { PersonMissing, PersonProfile, PersonProfileSkeleton } from '@kettle/socials'
import { buttonClass, ChevronLeftIcon } from '@kettle/ui'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../shared/bridge.ts'
import { personPicture } from '../../../shared/people.ts'
import { GameLink } from '../../game-link.tsx'
import { useLineLost } from '../../lib/line-lost.ts'
import { relationNow } from '../../lib/relation.ts'
import { friendsPath } from '../../lib/route.ts'
import { gamePicture, useStore } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'
import { PersonMenu } from './person-menu.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** Somebody's page, as far as they show it. */
export function PersonScreen({ userId, snapshot }: { userId: string; snapshot: Snapshot }) {
  const { t } = useTranslation('people')
  const person = useStore('socials.person', { userId })
  const missing = /^(NOT_FOUND|INVALID_INPUT)$/u.test(person.error?.failure.reason ?? '')
  if (missing)
    return (
      <PersonMissing
        action={
          <a href={friendsPath()} className={buttonClass()}>
            {t('invite.toFriends')}
          </a>
        }
      />
    )
  return (
    <div className="grid gap-6">
      <a
        href={friendsPath()}
        className="flex w-fit items-center gap-1 rounded-md font-semibold text-ink-soft hover:text-copper"
      >
        <ChevronLeftIcon />
        {t('friends.title')}
      </a>
      <StoreTrouble title={t('person.failed')} asked={person} />
      {person.isPending && <PersonProfileSkeleton />}
      {person.data && <Loaded person={person.data} snapshot={snapshot} refetch={person.refetch} />}
    </div>
  )
}

function Loaded({
  person,
  snapshot: { people, session },
  refetch,
}: {
  person: Person
  snapshot: Snapshot
  refetch: () => unknown
}) {
  const { t } = useTranslation('people')
  const lost = useLineLost(people.connected)
  const { id, name } = person.user
  const user = { id, name, picture: personPicture(person.user) }
  const told = person.relation
  const relation = told === 'self' || !people.refreshedAt ? told : (relationNow(people, id) ?? 'none')
  // Friends see more of each other.
  useEffect(() => {
    if (relation !== told) void refetch()
  }, [relation, told, refetch])
  return (
    <PersonProfile
      person={person}
      presence={lost ? null : person.presence}
      picture={user.picture}
      coverOf={({ cover }) => gamePicture(cover)}
      gameLink={(game, title, className) => (
        <GameLink game={game} className={className}>
          {title}
        </GameLink>
      )}
      actions={
        relation === 'self' ? (
          <a
            href={`${session.server}/account`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ look: 'secondary' })}
          >
            {t('person.edit')}
          </a>
        ) : (
          <>
            <RelationButtons person={user} relation={relation} size="medium" />
            <PersonMenu person={user} areFriends={relation === 'friends'} profile={false} />
          </>
        )
      }
    />
  )
}
