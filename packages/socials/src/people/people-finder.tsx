import type { Relation } from '@kettle/api/client'
import { EmptyState, TextField } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleWords, type SearchText } from '../use-search-text.ts'
import { PeopleList, PeopleListSkeleton, type PersonLink, type ShownPerson } from './people-list.tsx'

type Found = { person: ShownPerson; relation: Relation }
type PeopleFinderProps = {
  search: SearchText
  /** `FoundPeople` for the search's query, while there is one. */
  children: ReactNode
}

/** Looks for people by a part of their name, by code or link. */
export function PeopleFinder({ search, children }: PeopleFinderProps) {
  const { t } = useTranslation('people')
  const { text, setText } = search
  return (
    <div className="grid gap-5">
      <TextField
        label={t('find.label')}
        hint={t('find.hint')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={text}
        maxLength={200}
        onChange={(event) => setText(codeOf(event.target.value))}
      />
      {text.trim().length < peopleWords.least ? (
        <p className="text-ink-soft">{t('find.start')}</p>
      ) : (
        children || <PeopleListSkeleton />
      )}
    </div>
  )
}

type FoundPeopleProps = {
  /** Undefined before there is an answer. */
  found: Found[] | undefined
  /** What went wrong, in place of an answer or above the last one. */
  trouble: ReactNode
  link: PersonLink
  actions: (found: Found) => ReactNode
}

/** Who was found. */
export function FoundPeople({ found, trouble, link, actions }: FoundPeopleProps) {
  const { t } = useTranslation('people')
  return (
    <>
      <p role="status" className={found && found.length > 0 ? 'text-ink-soft' : 'sr-only'}>
        {found && t('find.found', { count: found.length })}
      </p>
      {trouble}
      {!trouble && !found && <PeopleListSkeleton />}
      {found?.length === 0 && <EmptyState title={t('find.none')}>{t('find.noneText')}</EmptyState>}
      {found && found.length > 0 && (
        <PeopleList
          label={t('friends.find')}
          link={link}
          rows={found.map((one) => ({
            person: one.person,
            line: one.relation === 'friends' || one.relation === 'outgoing' ? t(`relation.${one.relation}`) : undefined,
            actions: actions(one),
          }))}
        />
      )}
    </>
  )
}

/** A pasted link is longer than what the store looks for: its code is enough. */
function codeOf(text: string): string {
  return /\/friend\/([\w-]+)\/?\s*$/u.exec(text)?.[1] ?? text
}
