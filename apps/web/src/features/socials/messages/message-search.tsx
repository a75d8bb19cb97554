import type { PersonName } from '@kettle/api/client'
import { useMoments, usePersonWords } from '@kettle/socials'
import { Button, controlClass, EmptyState, MessageText, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { useSettled } from '../../../lib/use-settled.ts'

const SETTLED_MS = 300

/** Looks for words within one conversation. */
export function MessageSearch({ me, user, onClose }: { me: string; user: PersonName; onClose: () => void }) {
  const { t } = useTranslation(['messages', 'common'])
  const { nameOf } = usePersonWords()
  const { day, time } = useMoments()
  const [text, setText] = useState('')
  const query = useSettled(text.trim(), SETTLED_MS)
  const found = trpc.socials.messages.useInfiniteQuery(
    { userId: user.id, query: query.slice(0, 200), limit: 30 },
    { enabled: query !== '', getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  const items = found.data?.pages.flatMap((page) => page.items)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="p-3">
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to search
          autoFocus
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
          className={controlClass}
        />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t('search.found')}
        className="min-h-0 flex-1 overflow-y-auto px-3 pb-3"
      >
        {query !== '' && found.error && !items && (
          <Failed title={t('search.failed')} error={found.error} onRetry={() => void found.refetch()} />
        )}
        {query !== '' && found.isPending && <Skeleton className="h-16 rounded-xl" />}
        {items?.length === 0 && <EmptyState title={t('search.none')}>{t('search.noneText')}</EmptyState>}
        <ul className="grid gap-2">
          {items?.map((message) => (
            <li key={message.seq} className="grid gap-1 rounded-xl border border-line px-3.5 py-2.5">
              <p className="text-sm text-ink-soft">
                <bdi className="font-semibold text-ink">{message.senderId === me ? t('me') : nameOf(user)}</bdi> ·{' '}
                {day(message.sentAt)}, {time(message.sentAt)}
              </p>
              <MessageText text={message.text} />
            </li>
          ))}
        </ul>
        {found.hasNextPage && (
          <div className="grid justify-items-center pt-3">
            <Button look="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('common:loadMore')}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}
