import type { StoredMessage } from '@kettle/api/client'
import { type Live, withMarks } from '@kettle/socials/live'
import type { FailureReason } from '../../shared/views.ts'
import { failureOf } from '../failure.ts'
import {
  type Conversation,
  conversationWithMessage,
  conversationWithNewest,
  conversationWithOlder,
} from './conversation.ts'
import type { PeopleStore } from './ports.ts'

/** Conversations that are kept up to date; of all others the newest page is read when they are opened. */
const OPEN_MOST = 3

/** The conversations that were opened, as far as they were read. */
export interface OpenConversations {
  get(userId: string): Conversation | undefined
  /** Why the last reading brought nothing. */
  failure(userId: string): FailureReason | null
  /** Keeps one up to date from now on. */
  open(userId: string): void
  /** Reads the newest page of all that are kept up to date. */
  readOpen(): void
  older(userId: string): Promise<void>
  withMessage(userId: string, message: StoredMessage): void
  withMarks(event: Live<'marks'>): void
  withRelation(userId: string, relation: Conversation['relation']): void
  close(): void
}

export function createOpenConversations({
  me,
  store,
  changed,
}: {
  me: string
  store: Pick<PeopleStore, 'messages'>
  changed: (userId: string) => void
}): OpenConversations {
  const known = new Map<string, Conversation>()
  const failures = new Map<string, FailureReason>()
  const readings = new Map<string, { again: boolean }>()
  let opened: string[] = []
  let closed = false

  const readOnce = async (userId: string): Promise<void> => {
    try {
      const page = await store.messages(userId, null)
      if (closed) return
      known.set(userId, conversationWithNewest(known.get(userId) ?? null, page))
      failures.delete(userId)
    } catch (error) {
      const { reason } = failureOf(error)
      if (reason === 'NOT_FOUND') known.delete(userId)
      failures.set(userId, reason)
    }
  }
  /** Reads the newest page; asked again meanwhile, once more. */
  const readNewest = (userId: string): void => {
    const going = readings.get(userId)
    if (going) {
      going.again = true
      return
    }
    const mine = { again: true }
    readings.set(userId, mine)
    const read = async (): Promise<void> => {
      while (mine.again && !closed) {
        mine.again = false
        await readOnce(userId)
      }
    }
    void read().finally(() => {
      readings.delete(userId)
      changed(userId)
    })
  }
  const change = (userId: string, by: (conversation: Conversation) => Conversation): void => {
    const conversation = known.get(userId)
    if (conversation) known.set(userId, by(conversation))
  }

  return {
    get: (userId) => known.get(userId),
    failure: (userId) => failures.get(userId) ?? null,
    open(userId) {
      opened = [userId, ...opened.filter((one) => one !== userId)].slice(0, OPEN_MOST)
      readNewest(userId)
    },
    readOpen() {
      for (const userId of opened) readNewest(userId)
    },
    async older(userId) {
      const before = known.get(userId)
      if (!before?.older) return
      const page = await store.messages(userId, before.older)
      const now = known.get(userId)
      // Meanwhile it may have been read anew: then these pages don't touch.
      if (now && now.older === before.older) known.set(userId, conversationWithOlder(now, page))
      changed(userId)
    },
    withMessage(userId, message) {
      const before = known.get(userId)
      const grown = before ? conversationWithMessage(before, message, me) : null
      if (grown) known.set(userId, grown)
      else if (opened.includes(userId)) readNewest(userId)
      else known.delete(userId)
    },
    withMarks: (event) => change(event.withUserId, (before) => withMarks(before, event, me)),
    withRelation: (userId, relation) => change(userId, (before) => ({ ...before, relation })),
    close() {
      closed = true
    },
  }
}
