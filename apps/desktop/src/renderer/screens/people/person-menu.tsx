import { MoreAboutPerson } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { personPath } from '../../lib/route.ts'
import { Report } from '../report-dialog.tsx'

/** What is done seldom about somebody. */
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
  const { t } = useTranslation('people')
  const failureText = useFailureText()
  const userId = person.id
  return (
    <MoreAboutPerson
      {...{ person, areFriends }}
      profile={profile ? <a href={personPath(userId)}>{t('friends.profile')}</a> : null}
      onAgree={async (what) => {
        const answer = await ask(what === 'block' ? 'block' : 'removeFriend', { userId })
        return answer.ok ? null : failureText(answer.failure.reason)
      }}
      report={(close) => <Report kind="user" targetId={userId} onClose={close} />}
    />
  )
}
