import { BlockedList, PeopleListSkeleton } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { personView } from '../../../shared/people.ts'
import { ask } from '../../lib/launcher.ts'
import { storeClient, useStore } from '../../lib/store.ts'
import { useAttempt } from '../../lib/use-attempt.ts'
import { StoreTrouble } from '../../store-trouble.tsx'

/** Whom the player has blocked. */
export function BlockedPeople() {
  const { t } = useTranslation('people')
  const { attempt, busy, problem } = useAttempt()
  const blocked = useStore('socials.blocked', undefined)
  const unblock = async (userId: string): Promise<void> => {
    await attempt(() => ask('unblock', { userId }))
    for (const query of ['socials.blocked', 'socials.findUsers', 'socials.person'])
      void storeClient.invalidateQueries({ queryKey: [query] })
  }
  return (
    <div className="grid gap-2 px-4 py-1">
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <StoreTrouble title={t('block.failed')} asked={blocked} />
      {blocked.isPending && <PeopleListSkeleton />}
      {blocked.data && (
        <BlockedList
          blocked={blocked.data.items.map(({ user, blockedAt }) => ({ person: personView(user), blockedAt }))}
          busy={busy}
          onUnblock={({ id }) => void unblock(id)}
        />
      )}
    </div>
  )
}
