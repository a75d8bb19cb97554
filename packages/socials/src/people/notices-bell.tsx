import { BellIcon, CountBadge, IconButton } from '@kettle/ui'
import { type MouseEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeList, type NoticeListProps } from './notice-list.tsx'

type NoticesBellProps = Omit<NoticeListProps, 'newAfter'> & {
  unseen: number
  /** The address of the page: once it is another, the list closes. */
  at: string
  /** All up to this one has been seen. */
  onSeen: (seq: number) => void
}

/** What has happened, behind a bell. Opened, all of it has been seen. */
export function NoticesBell({ unseen, at, onSeen, ...list }: NoticesBellProps) {
  const { t } = useTranslation('people')
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const latest = list.items?.[0]?.seq ?? 0
  // Those that were new on opening stay marked until it is closed.
  const newAfter = useRef(0)
  const seen = useEffectEvent(onSeen)

  useEffect(() => setOpen(false), [at])
  useEffect(() => {
    if (!open) return
    const close = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [open])
  useEffect(() => {
    if (open && unseen > 0) seen(latest)
  }, [open, unseen, latest])

  const toggle = () => {
    newAfter.current = list.items?.find((notice) => notice.seen)?.seq ?? 0
    setOpen(!open)
  }
  // Where the link leads may be where one is already.
  const closeIfFollowed = (event: MouseEvent) => {
    if ((event.target as Element).closest('a')) setOpen(false)
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
        // biome-ignore lint/a11y/useKeyWithClickEvents: following a link by the keyboard is a click too
        <section
          id={id}
          onClick={closeIfFollowed}
          aria-label={t('notices.title')}
          className="fixed inset-x-2 top-16 z-40 grid max-h-[70dvh] animate-rise overflow-y-auto overscroll-contain rounded-xl border border-line bg-surface p-2 shadow-pop sm:absolute sm:inset-x-auto sm:top-full sm:right-0 sm:mt-2 sm:w-96"
        >
          <h2 className="px-2.5 pt-1.5 pb-2 text-lg font-bold">{t('notices.title')}</h2>
          <NoticeList {...list} newAfter={newAfter.current} />
        </section>
      )}
    </div>
  )
}
