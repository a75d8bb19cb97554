import { Button, EmptyState, formatDate } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'
import { PeopleList, type ShownPerson } from './people-list.tsx'

type BlockedListProps = {
  /** `blockedAt`: ISO, where that is known. */
  blocked: { person: ShownPerson; blockedAt?: string }[]
  busy: boolean
  onUnblock: (person: ShownPerson) => void
}

/** Whom one has blocked, and the way back. */
export function BlockedList({ blocked, busy, onUnblock }: BlockedListProps) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  if (blocked.length === 0) return <EmptyState title={t('block.empty')}>{t('block.emptyText')}</EmptyState>
  return (
    <PeopleList
      label={t('friends.blocked')}
      rows={blocked.map(({ person, blockedAt }) => ({
        person,
        line: blockedAt && t('block.since', { when: formatDate(blockedAt, i18n.language) }),
        actions: (
          <Button
            look="secondary"
            size="small"
            disabled={busy}
            aria-label={t('block.undoOne', { name: nameOf(person) })}
            onClick={() => onUnblock(person)}
          >
            {t('block.undo')}
          </Button>
        ),
      }))}
    />
  )
}
