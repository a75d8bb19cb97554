import type { Notice } from '@kettle/api/client'
import { NoticesBell } from '@kettle/socials'
import { Button } from '@kettle/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpcClient } from '../../../lib/trpc.ts'
import { changeNotices } from '../live/caches.ts'
import { noticesSeen } from '../live/reduce-notices.ts'
import { noticeLink } from './notice-link.ts'

type BellProps = {
  notices: {
    data: { pages: { items: Notice[]; unseen: number }[] } | undefined
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
    refetch: () => unknown
  }
}

/** The reader's notices, behind the header's bell. */
export function Bell({ notices }: BellProps) {
  const { t } = useTranslation(['people', 'common'])
  const at = useRouterState({ select: ({ location }) => location.href })
  const seen = (seq: number) =>
    trpcClient.socials.seeNotices
      .mutate({ seq })
      .then(() => changeNotices((pages) => noticesSeen(pages, seq)))
      .catch(() => {})
  return (
    <NoticesBell
      items={notices.data?.pages.flatMap((page) => page.items)}
      unseen={notices.data?.pages[0]?.unseen ?? 0}
      at={at}
      onSeen={seen}
      pictureOf={({ avatar }) => avatar}
      link={(place, content, className) => (
        <Link {...noticeLink(place)} className={className}>
          {content}
        </Link>
      )}
      trouble={
        !notices.data &&
        Boolean(notices.error) && (
          <Failed title={t('notices.failed')} error={notices.error} onRetry={() => void notices.refetch()} />
        )
      }
      more={
        notices.hasNextPage && (
          <Button look="quiet" busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {t('common:loadMore')}
          </Button>
        )
      }
    />
  )
}
