import { MoreAboutPerson } from '@kettle/socials'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../../lib/lazy-part.tsx'
import { usePeopleActions } from './use-people-actions.ts'

const Report = lazyDialog(() => import('../report-dialog.tsx'))

/** `profile`: false on their own page. */
type PersonMenuProps = { user: { id: string; name: string }; areFriends: boolean; profile?: boolean }

/** What is done seldom about somebody. */
export function PersonMenu({ user, areFriends, profile = true }: PersonMenuProps) {
  const { t } = useTranslation('people')
  const actions = usePeopleActions()
  return (
    <MoreAboutPerson
      person={user}
      areFriends={areFriends}
      profile={
        profile ? (
          <Link to="/people/$userId" params={{ userId: user.id }}>
            {t('friends.profile')}
          </Link>
        ) : null
      }
      onAgree={(what) => actions[what](user)}
      report={(close) => <Report kind="user" targetId={user.id} onClose={close} />}
    />
  )
}
