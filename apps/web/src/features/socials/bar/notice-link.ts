import type { NoticePlace } from '@kettle/socials'
import type { LinkProps } from '@tanstack/react-router'

/** Where a notice leads, on this site. */
export function noticeLink(place: NoticePlace): Pick<LinkProps, 'to' | 'params' | 'search'> {
  switch (place.to) {
    case 'requests':
      return { to: '/friends', search: { section: 'requests' } }
    case 'person':
      return { to: '/people/$userId', params: { userId: place.userId } }
    case 'game':
      return { to: '/game/$slug', params: { slug: place.slug } }
  }
}
