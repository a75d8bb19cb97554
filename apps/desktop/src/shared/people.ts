import type { NoticeKind } from '@kettle/api/client'
import type { ShownMessage } from '@kettle/socials/live'
import type { FailureReason } from './views.ts'

/** Somebody, as far as others may see them. */
export interface PersonView {
  id: string
  /** Empty when the account was deleted. */
  name: string
  /** Relative to the renderer's own address; null for a deleted account. */
  picture: string | null
}

/** Where the launcher shows somebody's picture; a deleted account has none. */
export function personPicture({ id, name }: { id: string; name: string }): string | null {
  return name ? `pictures/people/${id}` : null
}

/** Somebody as they are shown. */
export function personView(user: { id: string; name: string }): PersonView {
  return { id: user.id, name: user.name, picture: personPicture(user) }
}

export interface PresenceView {
  state: 'online' | 'away' | 'playing' | 'offline'
  /** What they play. */
  game: { id: string; title: string } | null
  /** ISO, when they were last there. */
  lastSeenAt: string | null
}

export type RelationView = 'self' | 'friends' | 'incoming' | 'outgoing' | 'none'

export interface FriendView extends PersonView {
  presence: PresenceView
  /** ISO, since when they are friends, or when the request was made. */
  since: string
}

/** Friends and requests that wait. */
export interface PeopleView {
  friends: FriendView[]
  /** Who asks the player to be friends. */
  incoming: FriendView[]
  /** Whom the player has asked. */
  outgoing: FriendView[]
  /** ISO time of the lists; null before the first ones arrived. */
  refreshedAt: string | null
  /** Whether events arrive; null while that is being found out. */
  connected: boolean | null
  /** Why the last look at the store brought nothing. */
  failure: FailureReason | null
}

/** Conversations, the latest first. */
export interface ThreadsView {
  items: ThreadView[]
  /** Unread messages of all conversations. */
  unread: number
  /** Whether there are more, of earlier. */
  hasMore: boolean
}

export interface ThreadView {
  user: PersonView
  text: string
  mine: boolean
  /** ISO. */
  at: string
  unread: number
  areFriends: boolean
  typing: boolean
}

/** One conversation, as far back as it was read. */
export interface ConversationView {
  user: PersonView
  relation: RelationView
  /** The oldest first; what is not stored yet stands last. */
  messages: ShownMessage[]
  hasOlder: boolean
  /** Up to where the player has read. */
  readSeq: number
  typing: boolean
  /** False as long as the store has not answered. */
  loaded: boolean
  /** Why the last look at the store brought nothing. */
  failure: FailureReason | null
}

type Audience = 'everyone' | 'friends' | 'nobody'

/** How the player is seen, and what they hear of others; the store keeps it for all their devices. */
export interface PeopleSettings {
  friendCode: string
  friendLink: string
  showsPlaying: Audience
  showsPurchases: Audience
  showsLibrary: Audience
  appearsOffline: boolean
  notices: Record<NoticeKind, boolean>
}

/** What people did while the player may have looked elsewhere. `title` is their name; about a review there is none. */
export type PeopleNotice =
  | { kind: 'message'; userId: string; title: string; text: string }
  | { kind: 'request' | 'accepted' | 'friendOnline'; userId: string; title: string }
  | { kind: 'friendPlaying'; userId: string; title: string; game: string }
  | ReviewNotice

/** A developer answered a review of the player's, or moderators have judged it. */
export type ReviewNotice =
  | { kind: 'reviewReply'; gameId: string; slug: string }
  | { kind: 'reviewJudged'; gameId: string; slug: string; verdict: 'kept' | 'removed' }
