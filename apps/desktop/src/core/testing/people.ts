import type {
  Friend,
  InboxEvent,
  MessagePage,
  PersonName,
  Presence,
  SocialSettings,
  StoredMessage,
  StreamEvent,
} from '@kettle/api/client'
import { type FriendLists, offline, type ThreadPage } from '@kettle/socials/live'
import { TRPCClientError } from '@trpc/client'
import type { Heard, PeopleStore } from '../people/ports.ts'

export const online: Presence = { ...offline, state: 'online' }

export function personName(id: string): PersonName {
  return { id, name: id.toUpperCase(), avatar: `/avatars/${id}.svg` }
}

export function friend(id: string, presence: Presence = offline): Friend {
  return { user: { ...personName(id), presence }, since: '2026-01-01T00:00:00.000Z' }
}

export function message(seq: number, senderId = 'anna', clientId = `${senderId}-${seq}`): StoredMessage {
  return { seq, senderId, text: `${senderId} ${seq}`, clientId, sentAt: '2026-01-01T10:00:00.000Z' }
}

/** A page of a conversation with somebody, from one message to another. */
export function page(user: PersonName, from: number, to: number, nextCursor: string | null = null): MessagePage {
  const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => message(to - index, user.id))
  const marks = { readSeq: 0, theirReadSeq: 0, theirDeliveredSeq: 0 }
  return { user, relation: 'friends', items, nextCursor, ...marks }
}

interface Line {
  input: { connectionId: string; lastEventId: string | null }
  say(...heard: Heard[]): void
  end(error?: Error): void
}

/** What a store says about people, as a test decides. Its own words come by `say`. */
export class TestPeople implements PeopleStore {
  lists: FriendLists = { friends: [], incoming: [], outgoing: [] }
  page: ThreadPage = { items: [], nextCursor: null, unread: 0 }
  /** By person. */
  readonly conversations = new Map<string, MessagePage>()
  readonly stored: StoredMessage[] = []
  readonly calls: string[] = []
  readonly lines: Line[] = []
  /** What every call fails with while it is set. */
  trouble: Error | null = null
  /** Messages are stored, but the answers are lost on the way. */
  losesAnswers = false
  me = 'me'
  settingsNow: SocialSettings = {
    ...{ friendCode: 'K7QF-93XM', friendLink: 'http://store.test/friend/K7QF93XM', appearsOffline: false },
    ...{ showsPlaying: 'friends', showsPurchases: 'friends', showsLibrary: 'friends' },
    notices: { messages: true, requests: true, reviews: true, friendsOnline: true, friendsPlaying: true },
  }

  async *events(input: Line['input'], signal: AbortSignal): AsyncIterable<Heard> {
    if (this.trouble) throw this.trouble
    const waiting: Heard[] = []
    let over: { error?: Error } | null = null
    let wake = (): void => {}
    this.lines.push({
      input,
      say(...heard) {
        waiting.push(...heard)
        wake()
      },
      end(error) {
        over = { error }
        wake()
      },
    })
    signal.addEventListener('abort', () => this.lines.at(-1)?.end(signal.reason as Error))
    for (;;) {
      while (waiting.length > 0) yield waiting.shift() as Heard
      const ended = over as { error?: Error } | null
      if (ended?.error) throw ended.error
      if (ended) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }

  /** Says events on the newest line. */
  say(...events: StreamEvent[]): void {
    for (const event of events) this.lines.at(-1)?.say({ id: 'seq' in event ? String(event.seq) : null, event })
  }

  hello(): void {
    this.say({ kind: 'hello', connectionId: 'c' })
  }

  #answer<T>(call: string, answer: () => T): Promise<T> {
    this.calls.push(call)
    return this.trouble ? Promise.reject(this.trouble) : Promise.resolve(answer())
  }

  setPresence = ({ state }: { state: string }) => this.#answer(`presence ${state}`, () => undefined)
  friends = () => this.#answer('friends', () => this.lists)
  requestFriend = (userId: string) =>
    this.#answer(`request ${userId}`, () => ({ user: personName(userId), relation: 'outgoing' as const }))
  respondToRequest = (userId: string) => this.#answer(`respond ${userId}`, () => undefined)
  removeFriend = (userId: string) => this.#answer(`remove ${userId}`, () => undefined)
  block = (userId: string) => this.#answer(`block ${userId}`, () => undefined)
  unblock = (userId: string) => this.#answer(`unblock ${userId}`, () => undefined)
  settings = () => this.#answer('settings', () => this.settingsNow)
  saveSettings: PeopleStore['saveSettings'] = (change) =>
    this.#answer('saveSettings', () => {
      const notices = { ...this.settingsNow.notices, ...change.notices }
      this.settingsNow = { ...this.settingsNow, ...change, notices }
      return this.settingsNow
    })
  renewFriendCode = () => this.#answer('renew', () => this.settingsNow)
  threads = () => this.#answer('threads', () => this.page)
  messages: PeopleStore['messages'] = (userId, cursor) =>
    this.#answer(`messages ${userId} ${cursor}`, () => this.conversations.get(userId) ?? page(personName(userId), 1, 0))
  send: PeopleStore['send'] = ({ userId, text, clientId }) =>
    this.#answer(`send ${userId} ${text}`, () => {
      const known = this.stored.find((one) => one.clientId === clientId)
      const seq = this.stored.length + 1
      const stored = known ?? { seq, senderId: this.me, text, clientId, sentAt: '2026-01-01T10:00:00.000Z' }
      if (!known) this.stored.push(stored)
      if (this.losesAnswers) throw new TRPCClientError('fetch failed')
      return stored
    })
  mark: PeopleStore['mark'] = ({ userId, readSeq = 0, deliveredSeq = 0 }) =>
    this.#answer(`mark ${userId} ${readSeq} ${deliveredSeq}`, () => undefined)
  typing = (userId: string) => this.#answer(`typing ${userId}`, () => undefined)
}

/** A message as the stream tells it. */
export function told(seq: number, withId: string, stored: StoredMessage): InboxEvent {
  return { seq, kind: 'message', at: stored.sentAt, payload: { with: personName(withId), message: stored } }
}
