import type { ReportedThing } from '@kettle/api/client'
import { Button, EmptyState, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type ReportedListProps = {
  /** Undefined while they are asked for. */
  pages: { items: ReportedThing[] }[] | undefined
  /** Absent on the last page. */
  more?: { busy: boolean; onMore: () => void }
  children: (thing: ReportedThing) => ReactNode
}

/** What waits for moderators, the longest waiting first. */
export function ReportedList({ pages, more, children }: ReportedListProps) {
  const { t } = useTranslation('reviews')
  if (!pages) {
    return (
      <div aria-busy="true" className="grid gap-4">
        <Skeleton className="h-72 rounded-2xl" />
        <Skeleton className="h-72 rounded-2xl" />
      </div>
    )
  }
  const things = pages.flatMap(({ items }) => items)
  if (things.length === 0 && !more)
    return <EmptyState title={t('moderation.empty')}>{t('moderation.emptyText')}</EmptyState>
  return (
    <>
      <ul className="grid gap-5">
        {things.map((thing) => (
          <li key={`${thing.kind} ${thing.targetId}`}>{children(thing)}</li>
        ))}
      </ul>
      {more && (
        <Button look="secondary" className="justify-self-center" busy={more.busy} onClick={more.onMore}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
