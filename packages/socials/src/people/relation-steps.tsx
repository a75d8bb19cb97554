import type { Relation } from '@kettle/api/client'
import { Button, buttonClass, MessageIcon, PersonAddIcon } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'

/** What one can do about a friendship that is not yet one. */
export type RelationStep = 'ask' | 'accept' | 'decline' | 'withdraw'

/** The app's own link to the conversation with somebody. */
type MessageLink = (attributes: { 'aria-label': string; className: string; children: ReactNode }) => ReactNode

type RelationStepsProps = {
  person: { name: string }
  relation: Relation
  size?: 'small' | 'medium'
  busy: boolean
  onStep: (step: RelationStep) => void
  messageLink: MessageLink
}

/** The next step with somebody, by what they are to the reader. */
export function RelationSteps({ person, relation, size, busy, onStep, messageLink }: RelationStepsProps) {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const name = nameOf(person)
  if (relation === 'self') return <span className="text-ink-soft">{t('relation.self')}</span>
  if (relation === 'friends')
    return messageLink({
      'aria-label': t('friends.messageTo', { name }),
      className: buttonClass({ look: 'secondary', size }),
      children: (
        <>
          <MessageIcon />
          {t('friends.message')}
        </>
      ),
    })
  if (relation === 'incoming')
    return (
      <>
        <Button size={size} busy={busy} aria-label={t('requests.acceptOne', { name })} onClick={() => onStep('accept')}>
          {t('requests.accept')}
        </Button>
        <Button
          look="secondary"
          size={size}
          disabled={busy}
          aria-label={t('requests.declineOne', { name })}
          onClick={() => onStep('decline')}
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
        onClick={() => onStep('withdraw')}
      >
        {t('requests.withdraw')}
      </Button>
    )
  return (
    <Button size={size} busy={busy} aria-label={t('relation.addOne', { name })} onClick={() => onStep('ask')}>
      <PersonAddIcon />
      {t('relation.add')}
    </Button>
  )
}
