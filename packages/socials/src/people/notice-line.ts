import type { InboxEvent, PersonName } from '@kettle/api/client'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'

/** Where a notice leads: to the requests, to somebody, or to a game. */
export type NoticePlace =
  | { to: 'requests' }
  | { to: 'person'; userId: string }
  | { to: 'game'; gameId: string; slug: string }

/** `user` is whom it is about; null where it is about no person. */
export type NoticeLine = { text: string; user: PersonName | null; place: NoticePlace }

/** What a notice says and where it leads; null for what is no notice. */
export function useNoticeLine(): (event: InboxEvent) => NoticeLine | null {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  return (event) => {
    switch (event.kind) {
      case 'request': {
        const { user } = event.payload
        return { text: t('notices.request', { name: nameOf(user) }), user, place: { to: 'requests' } }
      }
      case 'friend': {
        const { user } = event.payload
        return { text: t('notices.friend', { name: nameOf(user) }), user, place: { to: 'person', userId: user.id } }
      }
      case 'reviewReply':
        return { text: t('notices.reviewReply'), user: null, place: gamePlace(event.payload) }
      case 'reviewJudged':
        return { text: t(`notices.${event.payload.verdict}`), user: null, place: gamePlace(event.payload) }
      default:
        return null
    }
  }
}

const gamePlace = ({ gameId, slug }: { gameId: string; slug: string }): NoticePlace => ({ to: 'game', gameId, slug })
