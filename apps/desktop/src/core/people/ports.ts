import type { MessagePage, PersonName, Relation, SocialSettings, StoredMessage, StreamEvent } from '@kettle/api/client'
import type { FriendLists, ThreadPage } from '@kettle/socials/live'

/** What the line brings: an event and where to go on after it, or, as null, a mere sign of life. */
export type Heard = { id: string | null; event: StreamEvent } | null

/** A change of `socials.saveSettings`. */
export type SettingsChange = Partial<
  Pick<SocialSettings, 'showsPlaying' | 'showsPurchases' | 'showsLibrary' | 'appearsOffline'>
> & { notices?: Partial<SocialSettings['notices']> }

/** What the launcher asks of a store about people. Every call rejects with an error that `failureOf` can read. */
export interface PeopleStore {
  /**
   * What happens to the caller, from `lastEventId` on. Ends when the store closes it, rejects when it fails or breaks, and at once
   * when `signal` is aborted.
   */
  events(input: { connectionId: string; lastEventId: string | null }, signal: AbortSignal): AsyncIterable<Heard>
  setPresence(input: { connectionId: string; state: 'online' | 'away' }): Promise<void>
  friends(): Promise<FriendLists>
  requestFriend(userId: string): Promise<{ user: PersonName; relation: Relation }>
  respondToRequest(userId: string, accept: boolean): Promise<void>
  removeFriend(userId: string): Promise<void>
  block(userId: string): Promise<void>
  unblock(userId: string): Promise<void>
  settings(): Promise<SocialSettings>
  saveSettings(change: SettingsChange): Promise<SocialSettings>
  renewFriendCode(): Promise<SocialSettings>
  threads(cursor: string | null): Promise<ThreadPage>
  /** The latest first. */
  messages(userId: string, cursor: string | null): Promise<MessagePage>
  send(input: { userId: string; text: string; clientId: string }): Promise<StoredMessage>
  mark(input: { userId: string; readSeq?: number; deliveredSeq?: number }): Promise<void>
  typing(userId: string): Promise<void>
}
