import type { PersonName, Relation } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import { Button, buttonClass, MessageIcon, PersonAddIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePeopleActions } from './use-people-actions.ts'

type RelationButtonsProps = { user: PersonName; relation: Relation; size?: 'small' | 'medium' }

/** The next step with somebody, by what they are to the caller. */
export function RelationButtons({ user, relation, size = 'medium' }: RelationButtonsProps) {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const actions = usePeopleActions()
  const name = nameOf(user)
  const { busy } = actions
  if (relation === 'self') return <span className="text-ink-soft">{t('relation.self')}</span>
  if (relation === 'friends')
    return (
      <Link
        to="/messages/{-$userId}"
        params={{ userId: user.id }}
        aria-label={t('friends.messageTo', { name })}
        className={buttonClass({ look: 'secondary', size })}
      >
        <MessageIcon />
        {t('friends.message')}
      </Link>
    )
  if (relation === 'incoming')
    return (
      <>
        <Button
          size={size}
          busy={busy}
          aria-label={t('requests.acceptOne', { name })}
          onClick={() => actions.accept(user)}
        >
          {t('requests.accept')}
        </Button>
        <Button
          look="secondary"
          size={size}
          disabled={busy}
          aria-label={t('requests.declineOne', { name })}
          onClick={() => actions.decline(user)}
        >
          {t('requests.decline')}
        </Button>
      </>
    )
  if (relation === 'outgoing')
    return (
      <Button
        look="secondary"
        size={size}
        busy={busy}
        aria-label={t('requests.withdrawOne', { name })}
        onClick={() => actions.withdraw(user)}
      >
        {t('requests.withdraw')}
      </Button>
    )
  return (
    <Button size={size} busy={busy} aria-label={t('relation.addOne', { name })} onClick={() => actions.ask(user)}>
      <PersonAddIcon />
      {t('relation.add')}
    </Button>
  )
}
