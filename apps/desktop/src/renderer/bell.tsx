import { type NoticePlace, NoticesBell } from '@kettle/socials'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { personPicture } from '../shared/people.ts'
import { GameLink } from './game-link.tsx'
import { friendsPath, personPath, useHash } from './lib/route.ts'
import { useStoreMutation, useStorePages } from './lib/store.ts'
import { MoreButton } from './more-button.tsx'
import { StoreTrouble } from './store-trouble.tsx'

const PAGE = { limit: 20 }

/** The player's notices, as the store keeps them for all their devices, behind a bell. */
export function Bell() {
  const { t } = useTranslation('people')
  const notices = useStorePages('socials.notices', PAGE)
  const see = useStoreMutation('socials.seeNotices', { stale: ['socials.notices'] })
  return (
    <NoticesBell
      items={notices.data?.pages.flatMap((page) => page.items)}
      unseen={notices.data?.pages[0]?.unseen ?? 0}
      at={useHash()}
      onSeen={(seq) => see.mutate({ seq })}
      pictureOf={personPicture}
      link={linkTo}
      trouble={notices.error && <StoreTrouble title={t('notices.failed')} asked={notices} />}
      more={<MoreButton pages={notices} />}
    />
  )
}

function linkTo(place: NoticePlace, content: ReactNode, className: string): ReactNode {
  if (place.to === 'game')
    return (
      <GameLink game={{ id: place.gameId, slug: place.slug }} className={className}>
        {content}
      </GameLink>
    )
  return (
    <a href={place.to === 'requests' ? friendsPath('requests') : personPath(place.userId)} className={className}>
      {content}
    </a>
  )
}
