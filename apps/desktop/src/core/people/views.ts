import type { Friend, SocialSettings } from '@kettle/api/client'
import { shownMessages, type ThreadPage, type Unsent } from '@kettle/socials/live'
import {
  type ConversationView,
  type FriendView,
  type PeopleSettings,
  personView,
  type ThreadsView,
} from '../../shared/people.ts'
import type { FailureReason } from '../../shared/views.ts'
import type { Conversation } from './conversation.ts'

export function friendView({ user, since }: Friend): FriendView {
  const { state, game, lastSeenAt } = user.presence
  return {
    ...personView(user),
    presence: { state, game: game && { id: game.id, title: game.title }, lastSeenAt },
    since,
  }
}

export function threadsView(page: ThreadPage, typing: ReadonlySet<string>, me: string): ThreadsView {
  return {
    unread: page.unread,
    hasMore: page.nextCursor !== null,
    items: page.items.map(({ user, lastMessage, unread, areFriends }) => ({
      ...{ user: personView(user), unread, areFriends, typing: typing.has(user.id) },
      ...{ text: lastMessage.text, mine: lastMessage.senderId === me, at: lastMessage.sentAt },
    })),
  }
}

/** A conversation as it is shown, with what waits to be stored. */
export function conversationView(
  { user, relation, messages, older, ...marks }: Conversation,
  unsent: readonly Unsent[],
  state: { typing: boolean; loaded: boolean; failure: FailureReason | null },
): ConversationView {
  return {
    ...{ user: personView(user), relation, hasOlder: older !== null, readSeq: marks.readSeq, ...state },
    messages: shownMessages(user.id, messages, unsent, marks),
  }
}

export function settingsView({ notices, ...settings }: SocialSettings): PeopleSettings {
  const { messages, requests, reviews, friendsOnline, friendsPlaying } = notices
  return { ...settings, notices: { messages, requests, reviews, friendsOnline, friendsPlaying } }
}
