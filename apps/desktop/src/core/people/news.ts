import type { InboxEvent, Presence, SocialSettings, StreamEvent } from '@kettle/api/client'
import { type Before, type FriendLists, type Payload, presenceNews } from '@kettle/socials/live'
import type { PeopleNotice, ReviewNotice } from '../../shared/people.ts'

/** Somebody who comes and goes shall not ring each time. */
const AGAIN_MS = 10 * 60_000

type Wishes = SocialSettings['notices']

/** What of all that happens is worth a notice, as the player wishes. */
export interface News {
  /** How friends are by the store's list, from which later changes are told. */
  know(friends: FriendLists['friends']): void
  /** The notice that an event is worth, or null. What is in front of the player, or their own doing, is none. */
  of(event: StreamEvent): PeopleNotice | null
}

export function createNews(deps: {
  me: string
  now: () => number
  wishes: () => Wishes
  friends: () => FriendLists['friends']
  /** Whose conversation is in front of the player's eyes. */
  front: () => string | null
}): News {
  const { me, now, wishes, friends, front } = deps
  const states = new Map<string, Before>()
  const saidAt = new Map<string, number>()

  const tooSoon = (key: string): boolean => {
    const last = saidAt.get(key)
    if (last !== undefined && now() - last < AGAIN_MS) return true
    saidAt.set(key, now())
    return false
  }
  const ofPresence = (userId: string, presence: Presence): PeopleNotice | null => {
    const { state, game } = presence
    const before = states.get(userId)
    if (before?.state !== state) states.set(userId, { state, since: now() })
    const title = friends().find(({ user }) => user.id === userId)?.user.name
    const said = presenceNews(before, presence, { wishes: wishes(), now: now() })
    if (title === undefined || !said || tooSoon(`${said} ${game?.id} ${userId}`)) return null
    return said === 'playing' && game
      ? { kind: 'friendPlaying', userId, title, game: game.title }
      : { kind: 'friendOnline', userId, title }
  }
  const ofMessage = ({ with: user, message }: Payload<'message'>): PeopleNotice | null =>
    message.senderId === me || front() === user.id || !wishes().messages
      ? null
      : { kind: 'message', userId: user.id, title: user.name, text: message.text }

  return {
    know(list) {
      for (const { user } of list) {
        const { state, lastSeenAt } = user.presence
        if (states.get(user.id)?.state === state) continue
        states.set(user.id, { state, since: lastSeenAt ? Date.parse(lastSeenAt) : now() })
      }
    },
    of(event) {
      if (event.kind === 'presence') return ofPresence(event.userId, event.presence)
      if (!isWritten(event)) return null
      if (event.kind === 'message') return ofMessage(event.payload)
      if (event.kind === 'reviewReply' || event.kind === 'reviewJudged')
        return wishes().reviews ? ofReview(event) : null
      if (!wishes().requests) return null
      if (event.kind === 'request')
        return { kind: 'request', userId: event.payload.user.id, title: event.payload.user.name }
      // Whoever accepted knows it already.
      if (event.kind === 'friend' && event.payload.asked)
        return { kind: 'accepted', userId: event.payload.user.id, title: event.payload.user.name }
      return null
    },
  }
}

function ofReview(event: Extract<InboxEvent, { kind: 'reviewReply' | 'reviewJudged' }>): ReviewNotice {
  const { gameId, slug } = event.payload
  if (event.kind === 'reviewReply') return { kind: event.kind, gameId, slug }
  return { kind: event.kind, gameId, slug, verdict: event.payload.verdict }
}

export function isWritten(event: StreamEvent): event is InboxEvent {
  return 'payload' in event
}
