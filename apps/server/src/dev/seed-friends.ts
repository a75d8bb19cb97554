import { type Deps, requestFriend, respondToRequest, type SignedInUser, sendMessage } from '@kettle/api'
import { demoFriends, demoRequests, demoTalks } from './demo/friends.ts'

const HOUR_MS = 3600_000

/** The demo player's friends, requests and conversations. Once more changes nothing. */
export async function seedFriends(
  real: Deps,
  player: SignedInUser,
  people: ReadonlyMap<string, SignedInUser>,
): Promise<void> {
  const now = real.clock.now()
  // Weeks of talk are said within seconds, which no limit would let pass.
  const unlimited = { take: async () => {}, giveBack: async () => {} }
  const hoursAgo = (hours: number): Deps => ({
    ...{ ...real, limiter: unlimited },
    clock: { now: () => new Date(now.getTime() - hours * HOUR_MS) },
  })
  const personOf = (address: string): SignedInUser => {
    const person = people.get(address)
    if (!person) throw new Error(`${address} is not one of the demo people`)
    return person
  }
  for (const { address, daysAgo } of demoFriends) {
    const friend = personOf(address)
    const { relation } = await requestFriend(hoursAgo(daysAgo * 24), friend, { userId: player.id })
    if (relation === 'outgoing')
      await respondToRequest(hoursAgo(daysAgo * 24 - 1), player, { userId: friend.id, accept: true })
  }
  await requestFriend(hoursAgo(20), personOf(demoRequests.incoming), { userId: player.id })
  await requestFriend(hoursAgo(44), player, { userId: personOf(demoRequests.outgoing).id })
  for (const { with: address, lines } of demoTalks) {
    const friend = personOf(address)
    for (const [line, [by, hours, text]] of lines.entries()) {
      const [from, to] = by === 'me' ? [player, friend] : [friend, player]
      await sendMessage(hoursAgo(hours), from, { userId: to.id, text, clientId: `seed-${address}-${line}` })
    }
  }
}
