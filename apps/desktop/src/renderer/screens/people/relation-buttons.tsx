import { usePersonWords } from '@kettle/socials'
import { Button, buttonClass, MessageIcon, PersonAddIcon } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PersonView, RelationView } from '../../../shared/people.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath } from '../../lib/route.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** The next step with somebody, by what they are to the player; what went wrong stands below. */
export function RelationButtons({ person, relation }: { person: PersonView; relation: RelationView }) {
  const { t } = useTranslation()
  const { nameOf } = usePersonWords()
  const { attempt, busy, problem } = useAttempt()
  const name = nameOf(person)
  const userId = person.id
  if (relation === 'self') return null
  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex flex-wrap gap-2">
        {relation === 'friends' && (
          <a
            href={friendsPath('friends', userId)}
            aria-label={t('people.messageTo', { name })}
            className={buttonClass({ look: 'secondary', size: 'small' })}
          >
            <MessageIcon />
            {t('people.message')}
          </a>
        )}
        {relation === 'incoming' && (
          <>
            <Button
              size="small"
              busy={busy}
              aria-label={t('people.acceptOne', { name })}
              onClick={() => void attempt(() => ask('respondToRequest', { userId, accept: true }))}
            >
              {t('people.accept')}
            </Button>
            <Button
              look="secondary"
              size="small"
              disabled={busy}
              aria-label={t('people.declineOne', { name })}
              onClick={() => void attempt(() => ask('respondToRequest', { userId, accept: false }))}
            >
              {t('people.decline')}
            </Button>
          </>
        )}
        {relation === 'outgoing' && (
          <Button
            look="secondary"
            size="small"
            busy={busy}
            aria-label={t('people.withdrawOne', { name })}
            onClick={() => void attempt(() => ask('removeFriend', { userId }))}
          >
            {t('people.withdraw')}
          </Button>
        )}
        {relation === 'none' && (
          <Button
            size="small"
            busy={busy}
            aria-label={t('people.addOne', { name })}
            onClick={() => void attempt(() => ask('requestFriend', { userId }))}
          >
            <PersonAddIcon />
            {t('people.add')}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
