import type { ThreadPage } from '@kettle/socials/live'

export const noThreads: ThreadPage = { items: [], nextCursor: null, unread: 0 }

/** The list after a change that is told of pages: the launcher has a single one, which grows. */
export function threadsAfter(page: ThreadPage, change: (pages: ThreadPage[]) => ThreadPage[]): ThreadPage {
  return change([page])[0] ?? page
}

/** The list with the conversations of earlier that were read after it, each once. */
export function threadsWithMore(page: ThreadPage, more: ThreadPage): ThreadPage {
  const known = new Set(page.items.map(({ user }) => user.id))
  const news = more.items.filter(({ user }) => !known.has(user.id))
  return { items: [...page.items, ...news], nextCursor: more.nextCursor, unread: page.unread }
}
