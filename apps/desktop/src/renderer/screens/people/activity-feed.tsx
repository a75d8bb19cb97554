import { ActivityList } from '@kettle/socials'
import { PersonRowSkeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { personPicture } from '../../../shared/people.ts'
import { GameLink } from '../../game-link.tsx'
import { personPath } from '../../lib/route.ts'
import { gamePicture, useStorePages } from '../../lib/store.ts'
import { MoreButton } from '../../more-button.tsx'
import { StoreTrouble } from '../../store-trouble.tsx'

const PAGE = { limit: 30 }

/** What friends did, page by page. */
export function ActivityFeed() {
  const { t } = useTranslation('people')
  const feed = useStorePages('socials.activity', PAGE)
  return (
    <div className="grid grid-cols-1 gap-2 px-4 py-1">
      <StoreTrouble title={t('activity.failed')} asked={feed} />
      {feed.isPending && (
        <div aria-busy="true">
          <PersonRowSkeleton />
          <PersonRowSkeleton />
          <PersonRowSkeleton />
        </div>
      )}
      {feed.data && (
        <ActivityList
          deeds={feed.data.pages.flatMap((page) => page.items)}
          pictureOf={personPicture}
          coverOf={({ cover }) => gamePicture(cover)}
          personLink={({ id }, name, className) => (
            <a href={personPath(id)} className={className}>
              {name}
            </a>
          )}
          gameLink={(game, title, className) => (
            <GameLink game={game} className={className}>
              {title}
            </GameLink>
          )}
        />
      )}
      <MoreButton pages={feed} />
    </div>
  )
}
