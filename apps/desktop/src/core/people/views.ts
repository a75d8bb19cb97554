import type { Friend, PersonName, SocialSettings, StoredMessage } from '@kettle/api/client'
import type { FailureReason } from '../../shared/bridge.ts'
import type {
  ConversationView,
  FriendView,
  MessageView,
  PeopleSettings,
  PersonView,
  ThreadsView,
} from '../../shared/people.ts'
import type { Conversation } from './conversation.ts'
import type { Unsent } from './outbox.ts'
import type { ThreadPage } from './ports.ts'

/** Somebody, with their picture below the launcher's own address. */
export function personView({ id, name }: PersonName): PersonView {
  return { id, name, picture: name ? `pictures/people/${id}` : null }
}

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

/** A conversation as it is shown: what was sent and came back, known by its clientId, stands in it once. */
export function conversationView(
  { user, relation, messages, older, readSeq, ...marks }: Conversation,
  unsent: readonly Unsent[],
  rest: { me: string; typing: boolean; loaded: boolean; failure: FailureReason | null },
): ConversationView {
  const { me, ...state } = rest
  const known = new Set(messages.filter(({ senderId }) => senderId === me).map(({ clientId }) => clientId))
  const waiting = unsent.filter(({ clientId }) => !known.has(clientId))
  return {
    ...{ user: personView(user), relation, hasOlder: older !== null, readSeq, ...state },
    messages: [...messages.map((message) => storedView(message, marks, me)), ...waiting.map(unsentView)],
  }
}

function storedView(
  { seq, senderId, text, clientId, sentAt }: StoredMessage,
  { theirReadSeq, theirDeliveredSeq }: Pick<Conversation, 'theirReadSeq' | 'theirDeliveredSeq'>,
  me: string,
): MessageView {
  const mine = senderId === me
  const far = seq <= theirReadSeq ? 'read' : seq <= theirDeliveredSeq ? 'delivered' : 'sent'
  return { clientId, seq, mine, text, at: sentAt, state: mine ? far : null, failure: null }
}

function unsentView({ clientId, text, writtenAt, state, failure }: Unsent): MessageView {
  return { clientId, seq: null, mine: true, text, at: writtenAt, state, failure }
}

export function settingsView({ notices, ...settings }: SocialSettings): PeopleSettings {
  const { messages, requests, friendsOnline, friendsPlaying } = notices
  return { ...settings, notices: { messages, requests, friendsOnline, friendsPlaying } }
}
