import { usePersonWords } from '@kettle/socials'
import { Button, Dialog, IconButton, Menu, MenuAction, MoreIcon, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { ask } from '../../lib/launcher.ts'
import { useAttempt } from '../../lib/use-attempt.ts'
import { Report } from '../report-dialog.tsx'

/** What is done seldom about somebody: an end to the friendship, a block. Both say first what happens. */
export function PersonMenu({ person, areFriends }: { person: PersonView; areFriends: boolean }) {
  const { t } = useTranslation(['translation', 'reviews'])
  const { nameOf } = usePersonWords()
  const { attempt, busy, problem } = useAttempt()
  const [asking, setAsking] = useState<'remove' | 'block' | 'report' | null>(null)
  const name = nameOf(person)
  const close = (): void => setAsking(null)
  const agree = async (): Promise<void> => {
    const userId = person.id
    if (await attempt(() => ask(asking === 'block' ? 'block' : 'removeFriend', { userId }))) close()
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('people.more', { name })}>
            <MoreIcon />
          </IconButton>
        }
      >
        {areFriends && <MenuAction onSelect={() => setAsking('remove')}>{t('people.remove.open')}</MenuAction>}
        <MenuAction onSelect={() => setAsking('block')}>{t('people.block.open')}</MenuAction>
        <MenuAction onSelect={() => setAsking('report')}>{t('reviews:report.open')}</MenuAction>
      </Menu>
      {asking === 'report' && <Report kind="user" targetId={person.id} onClose={close} />}
      {asking && asking !== 'report' && (
        <Dialog title={t(`people.${asking}.title`, { name })} description={t(`people.${asking}.lead`)} onClose={close}>
          {problem && <Notice tone="bad">{problem}</Notice>}
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="secondary" onClick={close}>
              {t('people.keep')}
            </Button>
            <Button look="danger" busy={busy} onClick={() => void agree()}>
              {t(`people.${asking}.submit`)}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
