import type { AppRouter } from '@kettle/api/client'
import type { TRPCClient } from '@trpc/client'
import type { PeopleStore } from './ports.ts'

/** What a store says about people, over HTTP. */
export function peopleStore(socials: TRPCClient<AppRouter>['socials'], events: PeopleStore['events']): PeopleStore {
  return {
    events,
    async setPresence(input) {
      await socials.setPresence.mutate(input)
    },
    friends: () => socials.friends.query(),
    requestFriend: (userId) => socials.requestFriend.mutate({ userId }),
    async respondToRequest(userId, accept) {
      await socials.respondToRequest.mutate({ userId, accept })
    },
    async removeFriend(userId) {
      await socials.removeFriend.mutate({ userId })
    },
    async block(userId) {
      await socials.block.mutate({ userId })
    },
    async unblock(userId) {
      await socials.unblock.mutate({ userId })
    },
    settings: () => socials.settings.query(),
    saveSettings: (change) => socials.saveSettings.mutate(change),
    renewFriendCode: () => socials.renewFriendCode.mutate(),
    threads: (cursor) => socials.threads.query({ cursor }),
    messages: (userId, cursor) => socials.messages.query({ userId, cursor }),
    send: (message) => socials.sendMessage.mutate(message),
    async mark(mark) {
      await socials.markThread.mutate(mark)
    },
    async typing(userId) {
      await socials.typing.mutate({ userId })
    },
  }
}
