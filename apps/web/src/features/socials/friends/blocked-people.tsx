import { usePersonWords } from '@kettle/socials'
import { Button, EmptyState, formatDate } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PeopleList, PeopleListSkeleton } from './people-list.tsx'
import { usePeopleActions } from './use-people-actions.ts'

/** Whom one has blocked, and the way back. */
export function BlockedPeople() {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const actions = usePeopleActions()
  const blocked = trpc.socials.blocked.useQuery()
  if (blocked.error && !blocked.data)
    return <Failed title={t('block.failed')} error={blocked.error} onRetry={() => void blocked.refetch()} />
  if (!blocked.data) return <PeopleListSkeleton />
  if (blocked.data.items.length === 0) return <EmptyState title={t('block.empty')}>{t('block.emptyText')}</EmptyState>
  return (
    <PeopleList
      label={t('friends.blocked')}
      linked={false}
      rows={blocked.data.items.map(({ user, blockedAt }) => ({
        user,
        line: t('block.since', { when: formatDate(blockedAt, i18n.language) }),
        actions: (
          <Button
            look="secondary"
            size="small"
            disabled={actions.busy}
            aria-label={t('block.undoOne', { name: nameOf(user) })}
            onClick={() => actions.unblock(user)}
          >
            {t('block.undo')}
          </Button>
        ),
      }))}
    />
  )
}
