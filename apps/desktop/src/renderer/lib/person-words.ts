import { formatRelative } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PersonView, PresenceView } from '../../shared/people.ts'
import { currentLanguage } from './i18n.ts'

/** How people, and what they are doing, are called on every screen. */
export function usePersonWords(): {
  nameOf: (person: Pick<PersonView, 'name'>) => string
  presenceLine: (presence: PresenceView) => string
} {
  const { t } = useTranslation()
  return {
    nameOf: ({ name }) => name || t('people.deleted'),
    presenceLine({ state, game, lastSeenAt }) {
      if (state === 'playing')
        return game ? t('people.presence.playing', { game: game.title }) : t('people.presence.playingSomething')
      if (state === 'offline' && lastSeenAt)
        return t('people.presence.seen', { when: formatRelative(lastSeenAt, currentLanguage()) })
      return t(`people.presence.${state}`)
    },
  }
}
