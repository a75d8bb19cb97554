import type { InboxEvent, Notice } from '@kettle/api/client'

export interface NoticePage {
  items: Notice[]
  nextCursor: string | null
  unseen: number
}

/** The notices with one more, which counts once. */
export function noticesWith(pages: NoticePage[], event: InboxEvent): NoticePage[] {
  const [newest, ...older] = pages
  if (!newest || pages.some((page) => page.items.some(({ seq }) => seq === event.seq))) return pages
  const rest = older.map((page) => ({ ...page, unseen: newest.unseen + 1 }))
  return [{ ...newest, unseen: newest.unseen + 1, items: [{ ...event, seen: false }, ...newest.items] }, ...rest]
}

/** The notices once all up to this one have been seen. */
export function noticesSeen(pages: NoticePage[], seq: number): NoticePage[] {
  const seen = pages.map((page) => ({
    ...page,
    items: page.items.map((notice) => (notice.seq <= seq ? { ...notice, seen: true } : notice)),
  }))
  const loaded = seen.flatMap((page) => page.items)
  const newer = loaded.filter((notice) => notice.seq > seq).length
  return seen.map((page) => ({ ...page, unseen: newer }))
}
