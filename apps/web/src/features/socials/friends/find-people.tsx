import { EmptyState, TextField, useSettled } from '@kettle/ui'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'

import { PeopleList, PeopleListSkeleton } from './people-list.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** The store answers sixty such questions a minute. */
const SETTLED_MS = 350
const LEAST = 2
const MOST = 60

/** Looks for people by a part of their name, by code or link. */
export function FindPeople() {
  const { t } = useTranslation('people')
  const [text, setText] = useState('')
  const query = useSettled(text.trim(), SETTLED_MS)
  const enough = query.length >= LEAST
  const found = trpc.socials.findUsers.useQuery(
    { query: query.slice(0, MOST) },
    { enabled: enough, retry: false, placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } },
  )
  const people = enough ? found.data?.items : undefined
  return (
    <div className="grid gap-5">
      <TextField
        label={t('find.label')}
        hint={t('find.hint')}
        type="search"
        autoComplete="off"
        autoFocus
        value={text}
        maxLength={200}
        onChange={(event) => setText(codeOf(event.target.value))}
      />
      <p role="status" className={people && people.length > 0 ? 'text-ink-soft' : 'sr-only'}>
        {people && !found.isPlaceholderData && t('find.found', { count: people.length })}
      </p>
      {!enough && <p className="text-ink-soft">{t('find.start')}</p>}
      {enough && found.error && (
        <Failed title={t('find.failed')} error={found.error} onRetry={() => void found.refetch()} />
      )}
      {enough && found.isPending && <PeopleListSkeleton />}
      {people?.length === 0 && <EmptyState title={t('find.none')}>{t('find.noneText')}</EmptyState>}
      {people && people.length > 0 && (
        <PeopleList
          label={t('friends.find')}
          rows={people.map(({ user, relation }) => ({
            user,
            line: relation === 'friends' || relation === 'outgoing' ? t(`relation.${relation}`) : undefined,
            actions: <RelationButtons user={user} relation={relation} size="small" />,
          }))}
        />
      )}
    </div>
  )
}

/** A pasted link is longer than what the store looks for: its code is enough. */
function codeOf(text: string): string {
  return /\/friend\/([\w-]+)\/?\s*$/u.exec(text)?.[1] ?? text
}
