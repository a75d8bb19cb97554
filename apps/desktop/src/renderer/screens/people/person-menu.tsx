import { usePersonWords } from '@kettle/socials'
import { Button, Dialog, IconButton, Menu, MenuAction, MenuLink, MoreIcon, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { ask } from '../../lib/launcher.ts'
import { personPath } from '../../lib/route.ts'
import { useAttempt } from '../../lib/use-attempt.ts'
import { Report } from '../report-dialog.tsx'

/** What is done seldom about somebody: their page, an end to the friendship, a block, a report. All but the first ask first. */
export function PersonMenu({
  person,
  areFriends,
  profile = true,
}: {
  person: PersonView
  areFriends: boolean
  /** False on their own page. */
  profile?: boolean
}) {
  const { t } = useTranslation(['translation', 'people', 'reviews'])
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
        {profile && (
          <MenuLink>
            <a href={personPath(person.id)}>{t('people:friends.profile')}</a>
          </MenuLink>
        )}
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
