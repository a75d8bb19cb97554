import type { Presence } from '@kettle/api/client'
import { formatRelative } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** How people and what they are doing are called on every page. */
export function usePersonWords(): {
  nameOf: (user: { name: string }) => string
  presenceLine: (presence: Presence) => string
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
