import type { PersonName } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import { IconButton, Menu, MenuAction, MenuLink, MoreIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { usePeopleActions } from './use-people-actions.ts'

const Report = lazy(() => import('../report-dialog.tsx'))

type PersonMenuProps = { user: PersonName; areFriends: boolean; profile?: boolean }

/** What is done seldom about somebody: their profile, an end to the friendship, a block, a report. All but the first ask first. */
export function PersonMenu({ user, areFriends, profile = true }: PersonMenuProps) {
  const { t } = useTranslation(['people', 'reviews'])
  const { nameOf } = usePersonWords()
  const actions = usePeopleActions()
  const [asking, setAsking] = useState<'remove' | 'block' | 'report'>()
  const close = () => setAsking(undefined)
  const name = nameOf(user)
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('friends.more', { name })}>
            <MoreIcon />
          </IconButton>
        }
      >
        {profile && (
          <MenuLink>
            <Link to="/people/$userId" params={{ userId: user.id }}>
              {t('friends.profile')}
            </Link>
          </MenuLink>
        )}
        {areFriends && <MenuAction onSelect={() => setAsking('remove')}>{t('remove.open')}</MenuAction>}
        <MenuAction onSelect={() => setAsking('block')}>{t('block.open')}</MenuAction>
        <MenuAction onSelect={() => setAsking('report')}>{t('reviews:report.open')}</MenuAction>
      </Menu>
      {asking === 'report' && (
        <Suspense>
          <Report kind="user" targetId={user.id} onClose={close} />
        </Suspense>
      )}
      {asking && asking !== 'report' && (
        <ConfirmDialog
          title={t(`${asking}.title`, { name })}
          lead={t(`${asking}.lead`, { name })}
          submit={t(`${asking}.submit`)}
          busy={actions.busy}
          onConfirm={() => actions[asking](user, close)}
          onClose={close}
        />
      )}
    </>
  )
}
