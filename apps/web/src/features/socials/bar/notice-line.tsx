import type { InboxEvent } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

type NoticeLine = { text: string; avatar: string | null; link: Pick<LinkProps, 'to' | 'params' | 'search'> }

/** What a notice says and where it leads; null for what is no notice. */
export function useNoticeLine(): (event: InboxEvent) => NoticeLine | null {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  return (event) => {
    switch (event.kind) {
      case 'request':
        return {
          text: t('notices.request', { name: nameOf(event.payload.user) }),
          avatar: event.payload.user.avatar,
          link: { to: '/friends', search: { section: 'requests' } },
        }
      case 'friend':
        return {
          text: t('notices.friend', { name: nameOf(event.payload.user) }),
          avatar: event.payload.user.avatar,
          link: { to: '/people/$userId', params: { userId: event.payload.user.id } },
        }
      case 'reviewReply':
        return { text: t('notices.reviewReply'), avatar: null, link: gameLink(event.payload.slug) }
      case 'reviewJudged':
        return { text: t(`notices.${event.payload.verdict}`), avatar: null, link: gameLink(event.payload.slug) }
      default:
        return null
    }
  }
}

const gameLink = (slug: string) => ({ to: '/game/$slug', params: { slug } }) as const
