import { CountBadge, classNames } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../../layout/page.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { ActivityFeed } from './activity-feed.tsx'
import { BlockedPeople } from './blocked-people.tsx'
import { FindPeople } from './find-people.tsx'
import { FriendList } from './friend-list.tsx'
import { MyCode } from './my-code.tsx'
import { Requests } from './requests.tsx'
import { type FriendsSearch, friendSections } from './sections.ts'

const names = {
  requests: 'friends.requests',
  find: 'friends.find',
  news: 'friends.activity',
  blocked: 'friends.blocked',
} as const
const bodies = { requests: Requests, find: FindPeople, news: ActivityFeed, blocked: BlockedPeople }

/** Friends and all about them; the section stands in the address. */
export function FriendsPage({ section }: FriendsSearch) {
  const { t } = useTranslation('people')
  const waiting = trpc.socials.friends.useQuery().data?.incoming.length ?? 0
  const Body = section ? bodies[section] : FriendList
  return (
    <Page title={t('friends.title')}>
      <nav aria-label={t('friends.sections')} className="-mt-2 flex flex-wrap gap-2">
        {[undefined, ...friendSections].map((choice) => (
          <Link
            key={choice ?? 'all'}
            to="/friends"
            search={{ section: choice }}
            aria-current={choice === section ? 'page' : undefined}
            className={classNames(
              'inline-flex min-h-10 items-center gap-2 rounded-full border px-4 text-sm transition hover:border-copper-fill hover:text-copper',
              choice === section
                ? 'border-copper-fill bg-copper-wash font-semibold text-copper'
                : 'border-line bg-surface text-ink-soft',
            )}
          >
            {choice ? t(names[choice]) : t('friends.all')}
            {choice === 'requests' && waiting > 0 && (
              <>
                <CountBadge count={waiting} />
                <span className="sr-only">, {t('requests.waiting', { count: waiting })}</span>
              </>
            )}
          </Link>
        ))}
      </nav>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Body />
        </div>
        <MyCode />
      </div>
    </Page>
  )
}
