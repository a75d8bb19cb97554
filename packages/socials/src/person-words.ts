import { formatRelative } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** What somebody is doing, as far as it is said. */
type Doing = {
  state: 'online' | 'away' | 'playing' | 'offline'
  game: { title: string } | null
  lastSeenAt: string | null
}

/** How people and what they are doing are called on every page. */
export function usePersonWords(): {
  nameOf: (user: { name: string }) => string
  presenceLine: (presence: Doing) => string
} {
  const { t, i18n } = useTranslation('people')
  return {
    nameOf: ({ name }) => name || t('deleted'),
    presenceLine({ state, game, lastSeenAt }) {
      if (state === 'playing')
        return game ? t('presence.playing', { game: game.title }) : t('presence.playingSomething')
      if (state === 'offline' && lastSeenAt)
        return t('presence.seen', { when: formatRelative(lastSeenAt, i18n.language) })
      return t(`presence.${state}`)
    },
  }
}
