import type { SocialSettings } from '@kettle/api/client'
import type { Events, Handlers } from '../../shared/bridge.ts'
import type { PeopleNotice, PeopleView, ThreadsView } from '../../shared/people.ts'
import { fail } from '../failure.ts'
import type { Clock, Places, Shell } from '../ports.ts'
import type { Session } from '../session.ts'
import { type AccountPeople, createAccountPeople } from './account-people.ts'
import { peopleFiles } from './people-files.ts'
import type { PeopleStore } from './ports.ts'
import { settingsView } from './views.ts'

export type PeopleHandlers = Pick<
  Handlers,
  | 'refreshPeople'
  | 'requestFriend'
  | 'respondToRequest'
  | 'removeFriend'
  | 'block'
  | 'unblock'
  | 'peopleSettings'
  | 'savePeopleSettings'
  | 'renewFriendCode'
  | 'moreThreads'
  | 'openConversation'
  | 'olderMessages'
  | 'sendMessage'
  | 'retryMessage'
  | 'discardMessage'
  | 'sayTyping'
  | 'readConversation'
  | 'lookAt'
  | 'attended'
>

/** The people of whoever is logged in: friends, conversations and what happens among them. */
export interface People {
  view(): PeopleView
  threads(): ThreadsView
  handlers: PeopleHandlers
  /** Keeps to the log-in of the moment: nobody's people without one. To be called whenever that may have changed. */
  follow(): Promise<void>
  /** Reads all anew, as after a change of language. */
  refresh(): Promise<void>
  close(): Promise<void>
}

const nobody: PeopleView = {
  ...{ friends: [], incoming: [], outgoing: [] },
  ...{ refreshedAt: null, connected: null, failure: null },
}
const nothing: ThreadsView = { items: [], unread: 0, hasMore: false }

export function createPeople(deps: {
  places: Places
  clock: Clock
  session: Session
  shell: Pick<Shell, 'idleSeconds'>
  /** Between 0 and 1. */
  random: () => number
  tell: <Name extends keyof Events>(name: Name, view: Events[Name]) => void
  notify: (notice: PeopleNotice) => void
}): People {
  const { places, clock, session, shell, random, tell, notify } = deps
  let current: { store: PeopleStore; account: AccountPeople; forget: () => Promise<void> } | null = null
  let changing = Promise.resolve()

  const signedIn = (): { store: PeopleStore; account: AccountPeople } => {
    if (!current) throw fail('NOT_SIGNED_IN', 'Nobody is logged in')
    return current
  }
  const enter = async (): Promise<void> => {
    const account = session.account()
    if (!account) return
    const store = session.store().people
    const files = peopleFiles(places, account)
    const [kept, left] = [await files.people.read(), (await files.unsent.read()) ?? []]
    // Meanwhile that log-in may have ended.
    if (session.account()?.user.id !== account.user.id || session.store().people !== store) return
    const people = createAccountPeople({
      ...{ me: account.user.id, store, clock, random, idleSeconds: shell.idleSeconds, files, left },
      ...{ tell, notify, kept: kept && withoutPresence(kept) },
      lost: () => void session.check(),
    })
    const forget = (): Promise<void> =>
      files.people
        .write({
          refreshedAt: new Date(clock.now()).toISOString(),
          lists: { friends: [], incoming: [], outgoing: [] },
          threads: { items: [], nextCursor: null, unread: 0 },
        })
        .catch(() => {})
    current = { store, account: people, forget }
    tell('people', people.people())
    tell('threads', people.threads())
  }
  const leave = async (): Promise<void> => {
    const left = current
    current = null
    await left?.account.close()
    // What others wrote is nothing for the next one at this computer; what waits to be sent waits on.
    await left?.forget()
    tell('people', nobody)
    tell('threads', nothing)
  }
  const settled = (settings: SocialSettings) => {
    signedIn().account.wished(settings)
    return settingsView(settings)
  }
  const handlers: PeopleHandlers = {
    refreshPeople: () =>
      signedIn()
        .account.refresh()
        .then(() => undefined),
    async requestFriend({ userId }) {
      const { store, account } = signedIn()
      const { user, relation } = await store.requestFriend(userId)
      account.related(user, relation === 'friends' ? 'friends' : 'outgoing')
    },
    async respondToRequest({ userId, accept }) {
      const { store, account } = signedIn()
      await store.respondToRequest(userId, accept)
      await account.refresh()
    },
    async removeFriend({ userId }) {
      const { store, account } = signedIn()
      await store.removeFriend(userId)
      account.related({ id: userId, name: '', avatar: '' }, 'none')
    },
    async block({ userId }) {
      const { store, account } = signedIn()
      await store.block(userId)
      account.related({ id: userId, name: '', avatar: '' }, 'none')
    },
    async unblock({ userId }) {
      const { store, account } = signedIn()
      await store.unblock(userId)
      await account.refresh()
    },
    peopleSettings: async () => settled(await signedIn().store.settings()),
    savePeopleSettings: async (change) => settled(await signedIn().store.saveSettings(change)),
    renewFriendCode: async () => settled(await signedIn().store.renewFriendCode()),
    moreThreads: () =>
      signedIn()
        .account.moreThreads()
        .then(() => undefined),
    async openConversation({ userId }) {
      const { account } = signedIn()
      account.open(userId)
      return account.conversation(userId)
    },
    olderMessages: ({ userId }) =>
      signedIn()
        .account.older(userId)
        .then(() => undefined),
    async sendMessage({ userId, text }) {
      signedIn().account.send(userId, text)
    },
    async retryMessage({ clientId }) {
      signedIn().account.retry(clientId)
    },
    async discardMessage({ clientId }) {
      signedIn().account.discard(clientId)
    },
    sayTyping: ({ userId }) =>
      signedIn()
        .store.typing(userId)
        .then(() => undefined),
    async readConversation({ userId, seq }) {
      signedIn().account.read(userId, seq)
    },
    async lookAt({ userId }) {
      current?.account.lookAt(userId)
    },
    async attended() {
      current?.account.attended()
    },
  }
  return {
    view: () => current?.account.people() ?? nobody,
    threads: () => current?.account.threads() ?? nothing,
    handlers,
    follow() {
      changing = changing.then(async () => {
        const wanted = session.account() ? session.store().people : null
        if (wanted === (current?.store ?? null)) return
        if (current) await leave()
        await enter()
      })
      return changing
    },
    refresh: async () => {
      await current?.account.refresh()
    },
    async close() {
      await changing
      await current?.account.close()
    },
  }
}

/** Who was there the last time says nothing of now. */
function withoutPresence<Kept extends { lists: { friends: { user: { presence: unknown } }[] } }>(kept: Kept): Kept {
  const presence = { state: 'offline', game: null, lastSeenAt: null }
  const friends = kept.lists.friends.map((friend) => ({ ...friend, user: { ...friend.user, presence } }))
  return { ...kept, lists: { ...kept.lists, friends } }
}
