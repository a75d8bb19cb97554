import type { Notice, PersonName } from '@kettle/api/client'
import { Avatar, BellIcon, classNames, formatRelative, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type NoticePlace, useNoticeLine } from './notice-line.ts'

export type NoticeListProps = {
  /** The latest first; undefined before the store has told. */
  items: Notice[] | undefined
  /** Those with a greater number are marked as new. */
  newAfter: number
  /** What went wrong: in place of the notices, or above those that are known. */
  trouble?: ReactNode
  /** The button for earlier ones, where there are any. */
  more?: ReactNode
  pictureOf: (user: PersonName) => string | null
  /** The app's own link. */
  link: (place: NoticePlace, content: ReactNode, className: string) => ReactNode
}

/** What happened to the reader, each line a way to where it belongs. */
export function NoticeList({ items, newAfter, trouble, more, pictureOf, link }: NoticeListProps) {
  const { t } = useTranslation('people')
  if (!items)
    return (
      trouble || (
        <div aria-busy="true" className="grid gap-2 p-2.5">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      )
    )
  return (
    <>
      {trouble}
      {items.length === 0 && <p className="px-2.5 pt-2 pb-4 text-ink-soft">{t('notices.empty')}</p>}
      <ul className="grid gap-0.5">
        {items.map((notice) => (
          <NoticeRow key={notice.seq} {...{ notice, pictureOf, link }} isNew={notice.seq > newAfter} />
        ))}
      </ul>
      {more}
    </>
  )
}

type NoticeRowProps = Pick<NoticeListProps, 'pictureOf' | 'link'> & { notice: Notice; isNew: boolean }

function NoticeRow({ notice, isNew, pictureOf, link }: NoticeRowProps) {
  const { t, i18n } = useTranslation('people')
  const said = useNoticeLine()(notice)
  if (!said) return null
  const picture = said.user && pictureOf(said.user)
  return (
    <li>
      {link(
        said.place,
        <>
          {picture ? (
            <Avatar src={picture} />
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
        </>,
        classNames(
          'flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-2 hover:bg-copper-wash hover:text-copper',
          isNew && 'bg-copper-wash',
        ),
      )}
    </li>
  )
}
