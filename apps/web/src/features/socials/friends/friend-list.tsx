import type { Friend } from '@kettle/api/client'
import { PeopleList, PeopleListSkeleton, usePersonWords } from '@kettle/socials'
import { buttonClass, controlClass, EmptyState, MessageIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PersonMenu } from './person-menu.tsx'
import { personLink, shownPerson } from './shown-person.tsx'

/** With fewer friends nobody needs to search among them. */
const FILTER_FROM = 8
const rank = { playing: 0, online: 1, away: 2, offline: 3 }

/** The friends, those who are there first. */
export function FriendList() {
  const { t } = useTranslation('people')
  const lists = trpc.socials.friends.useQuery()
  if (lists.data) return <Loaded friends={lists.data.friends} />
  if (lists.error)
    return <Failed title={t('friends.failed')} error={lists.error} onRetry={() => void lists.refetch()} />
  return <PeopleListSkeleton />
}

function Loaded({ friends }: { friends: Friend[] }) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const [words, setWords] = useState('')
  if (friends.length === 0)
    return (
      <EmptyState
        title={t('friends.empty')}
        action={
          <Link to="/friends" search={{ section: 'find' }} className={buttonClass()}>
            {t('friends.toFind')}
          </Link>
        }
      >
        {t('friends.emptyText')}
      </EmptyState>
    )
  const wanted = words.trim().toLocaleLowerCase(i18n.language)
  const shown = friends
    .filter(({ user }) => user.name.toLocaleLowerCase(i18n.language).includes(wanted))
    .toSorted(
      ({ user: a }, { user: b }) =>
        rank[a.presence.state] - rank[b.presence.state] || a.name.localeCompare(b.name, i18n.language),
    )
  const here = friends.filter(({ user }) => user.presence.state !== 'offline').length
  return (
    <div className="grid gap-3">
      <p role="status" className="text-ink-soft">
        {t('friends.count', { count: friends.length, here })}
      </p>
      {friends.length >= FILTER_FROM && (
        <input
          type="search"
          aria-label={t('friends.filter')}
          placeholder={t('friends.filter')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className={controlClass}
        />
      )}
      {shown.length === 0 && <p className="py-6 text-ink-soft">{t('friends.noneFits')}</p>}
      <PeopleList
        label={t('friends.all')}
        link={personLink}
        rows={shown.map(({ user }) => ({
          person: shownPerson(user),
          presence: user.presence,
          actions: (
            <>
              <Link
                to="/messages/{-$userId}"
                params={{ userId: user.id }}
                aria-label={t('friends.messageTo', { name: nameOf(user) })}
                className={buttonClass({ look: 'secondary', size: 'small' })}
              >
                <MessageIcon />
                {t('friends.message')}
              </Link>
              <PersonMenu user={user} areFriends />
            </>
          ),
        }))}
      />
    </div>
  )
}
