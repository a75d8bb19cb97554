import type { Notice } from '@kettle/api/client'
import { Avatar, BellIcon, Button, CountBadge, classNames, formatRelative, IconButton, Skeleton } from '@kettle/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpcClient } from '../../../lib/trpc.ts'
import { changeNotices } from '../live/caches.ts'
import { noticesSeen } from '../live/reduce-notices.ts'
import { useNoticeLine } from './notice-line.tsx'

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

/** What has happened, behind a bell. Opened, all of it has been seen. */
export function Bell({ notices }: BellProps) {
  const { t } = useTranslation('people')
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.href })
  const unseen = notices.data?.pages[0]?.unseen ?? 0
  const items = notices.data?.pages.flatMap((page) => page.items)
  const latest = items?.[0]?.seq ?? 0
  // Those that were new on opening stay marked until it is closed.
  const newAfter = useRef(0)

  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (!open) return
    const close = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [open])
  useEffect(() => {
    if (!open || unseen === 0) return
    trpcClient.socials.seeNotices
      .mutate({ seq: latest })
      .then(() => changeNotices((pages) => noticesSeen(pages, latest)))
      .catch(() => {})
  }, [open, unseen, latest])

  const toggle = () => {
    newAfter.current = items?.find((notice) => notice.seen)?.seq ?? 0
    setOpen(!open)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open, wherever in it the focus is
    <div
      ref={frame}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        frame.current?.querySelector('button')?.focus()
      }}
    >
      <IconButton
        label={unseen > 0 ? `${t('bar.notices')}, ${t('bar.unseen', { count: unseen })}` : t('bar.notices')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
        className="relative"
      >
        <BellIcon />
        <CountBadge count={unseen} className="absolute top-0.5 right-0" />
      </IconButton>
      {open && (
        <section
          id={id}
          aria-label={t('notices.title')}
          className="fixed inset-x-2 top-16 z-40 grid max-h-[70dvh] animate-rise overflow-y-auto overscroll-contain rounded-xl border border-line bg-surface p-2 shadow-pop sm:absolute sm:inset-x-auto sm:top-full sm:right-0 sm:mt-2 sm:w-96"
        >
          <h2 className="px-2.5 pt-1.5 pb-2 text-lg font-bold">{t('notices.title')}</h2>
          <Body notices={notices} items={items} newAfter={newAfter.current} />
        </section>
      )}
    </div>
  )
}

function Body({ notices, items, newAfter }: BellProps & { items: Notice[] | undefined; newAfter: number }) {
  const { t, i18n } = useTranslation(['people', 'common'])
  const lineOf = useNoticeLine()
  if (!items && notices.error)
    return <Failed title={t('notices.failed')} error={notices.error} onRetry={() => void notices.refetch()} />
  if (!items)
    return (
      <div aria-busy="true" className="grid gap-2 p-2.5">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    )
  if (items.length === 0) return <p className="px-2.5 pt-2 pb-4 text-ink-soft">{t('notices.empty')}</p>
  return (
    <>
      <ul className="grid gap-0.5">
        {items.map((notice) => {
          const said = lineOf(notice)
          if (!said) return null
          const isNew = notice.seq > newAfter
          return (
            <li key={notice.seq}>
              <Link
                {...said.link}
                className={classNames(
                  'flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-2 hover:bg-copper-wash hover:text-copper',
                  isNew && 'bg-copper-wash',
                )}
              >
                {said.avatar ? (
                  <Avatar src={said.avatar} />
                ) : (
                  <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunk text-ink-soft">
                    <BellIcon />
                  </span>
                )}
                <span className="grid min-w-0 flex-1">
                  <bdi className="leading-snug wrap-anywhere">{said.text}</bdi>
                  <span className="text-sm text-ink-soft">
                    {formatRelative(notice.at, i18n.language)}
                    {isNew && ` · ${t('notices.new')}`}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {notices.hasNextPage && (
        <Button look="quiet" busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t('common:loadMore')}
        </Button>
      )}
    </>
  )
}
