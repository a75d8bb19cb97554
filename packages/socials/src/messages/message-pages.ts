import type { MessagePage } from '@kettle/api/client'
import { type ShownMessage, shownMessages } from '../live/shown-messages.ts'
import type { OlderMessagesProps } from './older-messages.tsx'

/** What the store answers to a question for messages, page by page, as each app asks it. */
export interface MessagePages {
  data: { pages: MessagePage[] } | undefined
  isPending: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The messages with somebody that have come so far, the oldest first; undefined before the first page. */
export function messagesIn(userId: string, { data }: MessagePages): ShownMessage[] | undefined {
  const [first] = data?.pages ?? []
  const stored = data?.pages.flatMap((page) => page.items) ?? []
  return first && shownMessages(userId, stored, [], first)
}

/** What brings those before them; null when there are none. */
export function olderOf({ hasNextPage, isFetchingNextPage, fetchNextPage }: MessagePages): OlderMessagesProps | null {
  return hasNextPage ? { busy: isFetchingNextPage, load: () => void fetchNextPage() } : null
}
