import { friendships, games, inboxEvents } from '@kettle/db'
import { buildFriendship } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { newMember } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
type Person = Awaited<ReturnType<typeof someone>>

async function someone(name?: string) {
  const user = await makeUser(store.deps.db, name ? { name } : {})
  return { user, id: user.id, api: await makeCaller(store.deps, { as: user }) }
}
async function friendsOf(...people: Person[]): Promise<void> {
  for (const [index, one] of people.entries())
    for (const other of people.slice(index + 1)) {
      await one.api.socials.requestFriend({ userId: other.id })
      await other.api.socials.respondToRequest({ userId: one.id, accept: true })
    }
}
/** Buys a game that costs nothing. */
async function own({ api }: Pick<Person, 'api'>, game: { id: string }): Promise<void> {
  await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
}
const freeGame = (fields: Parameters<typeof makeGame>[1] = {}) => makeGame(store.deps.db, { basePrice: 0, ...fields })
const names = async ({ api }: Person) => {
  const { friends, incoming, outgoing } = await api.socials.friends()
  const ids = (list: typeof friends) => list.map(({ user }) => user.id)
  return { friends: ids(friends), incoming: ids(incoming), outgoing: ids(outgoing) }
}
const nobody = { friends: [], incoming: [], outgoing: [] }

let anna: Person
let boris: Person
beforeAll(async () => {
  anna = await someone('Анна Ёлкина')
  boris = await someone('Boris 100%_')
})

describe('the list of notices', () => {
  it('has a request for as long as it waits: not once it was accepted, declined, withdrawn or ended by a block', async () => {
    const asked = await someone()
    const notices = () => asked.api.socials.notices()
    const ends: ((from: Person) => Promise<unknown>)[] = [
      ({ id }) => asked.api.socials.respondToRequest({ userId: id, accept: true }),
      ({ id }) => asked.api.socials.respondToRequest({ userId: id, accept: false }),
      ({ api }) => api.socials.removeFriend({ userId: asked.id }),
      ({ id }) => asked.api.socials.block({ userId: id }),
    ]
    const waiting = await someone()
    await waiting.api.socials.requestFriend({ userId: asked.id })
    for (const end of ends) {
      const other = await someone()
      await other.api.socials.requestFriend({ userId: asked.id })
      const ofOther = { kind: 'request', seen: false, payload: { user: { id: other.id } } }
      expect(await notices()).toMatchObject({ unseen: 2, items: [ofOther, { payload: { user: { id: waiting.id } } }] })
      await end(other)
      expect(await notices()).toMatchObject({ unseen: 1, items: [{ payload: { user: { id: waiting.id } } }] })
    }
    // Whoever was accepted reads so, for good.
    await asked.api.socials.respondToRequest({ userId: waiting.id, accept: true })
    await asked.api.socials.removeFriend({ userId: waiting.id })
    expect(await waiting.api.socials.notices()).toMatchObject({ unseen: 1, items: [{ kind: 'friend' }] })
  })

  it('has no line of somebody whom the reader has blocked since, while the other’s list tells nothing of it', async () => {
    const [asking, accepting] = [await someone(), await someone()]
    await friendsOf(asking, accepting)
    expect(await asking.api.socials.notices()).toMatchObject({ unseen: 1, items: [{ kind: 'friend' }] })
    await asking.api.socials.block({ userId: accepting.id })
    expect(await asking.api.socials.notices()).toMatchObject({ unseen: 0, items: [] })
    const [other, blocker] = [await someone(), await someone()]
    await friendsOf(other, blocker)
    await blocker.api.socials.block({ userId: other.id })
    expect(await other.api.socials.notices()).toMatchObject({ unseen: 1, items: [{ kind: 'friend' }] })
  })

  it('has a request once that was withdrawn and made again', async () => {
    const [asked, other] = [await someone(), await someone()]
    for (let time = 1; time <= 2; time++) {
      await other.api.socials.requestFriend({ userId: asked.id })
      if (time === 1) await other.api.socials.removeFriend({ userId: asked.id })
      store.deps.clock.pass({ seconds: 1 })
    }
    expect(await asked.api.socials.notices()).toMatchObject({ unseen: 1, items: [{ kind: 'request' }] })
  })
})

describe('finding people', () => {
  it.each([
    ['Пётр Йорк', ['петр', 'ПЁТР', 'йорк', 'иорк', 'петр йо']],
    ['Ann-Marie Lee', ['ann marie', 'ann-marie', 'Ann—Marie', 'marie lee']],
    ['Sean O’Neil', ["o'neil", 'o’neil', 'oneil', 'ONEIL']],
    ['Zoë Müller', ['zoe', 'zoë', 'muller', 'MÜLLER']],
    ['50% off_sale \\ too', ['50% off_', '\\ too']],
  ])('is by the same folding on both sides: %s', async (name, queries) => {
    const [looking, found] = [await someone(), await someone(name)]
    for (const query of queries) {
      const { items } = await looking.api.socials.findUsers({ query })
      expect(
        items.map(({ user }) => user.id),
        query,
      ).toContain(found.id)
    }
    for (const query of ['50_ off', "'’", 'Zoo Muller'])
      expect((await looking.api.socials.findUsers({ query })).items.map(({ user }) => user.id)).not.toContain(found.id)
  })

  it('goes by a part of the name in any case, and by friend code or link, never by address', async () => {
    const find = async (query: string) =>
      (await boris.api.socials.findUsers({ query })).items.map(({ user }) => user.name)
    expect(await find('ЁЛКИ')).toEqual(['Анна Ёлкина'])
    expect(await find(anna.user.email)).toEqual([])
    const { friendCode, friendLink } = await anna.api.socials.settings()
    expect(await find(friendCode)).toEqual(['Анна Ёлкина'])
    expect(await find(friendCode.toLowerCase().replace('-', ' '))).toEqual(['Анна Ёлкина'])
    expect(await find(friendLink)).toEqual(['Анна Ёлкина'])
  })

  it('takes signs of patterns as they are, and does not find oneself', async () => {
    expect((await anna.api.socials.findUsers({ query: '0%_' })).items).toMatchObject([{ user: { id: boris.id } }])
    expect((await anna.api.socials.findUsers({ query: 'ё_к' })).items).toEqual([])
    expect((await anna.api.socials.findUsers({ query: 'ёлкина' })).items).toEqual([])
  })

  it('gives one code to who asks many times at once, and a new one on demand', async () => {
    const { api } = await someone()
    const codes = (await Promise.all(Array.from({ length: 8 }, () => api.socials.settings()))).map((s) => s.friendCode)
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/u)
    const { friendCode } = await api.socials.renewFriendCode()
    expect(friendCode).not.toBe(codes[0])
    expect(await reasonOf(anna.api.socials.requestFriend({ code: codes[0] as string }))).toBe('NOT_FOUND')
  })
})

describe('a request', () => {
  it('waits on both sides, is accepted once, and makes friends', async () => {
    const [one, two] = [await someone(), await someone()]
    expect(await one.api.socials.requestFriend({ userId: two.id })).toMatchObject({ relation: 'outgoing' })
    expect(await one.api.socials.requestFriend({ userId: two.id })).toMatchObject({ relation: 'outgoing' })
    expect([await names(one), await names(two)]).toEqual([
      { ...nobody, outgoing: [two.id] },
      { ...nobody, incoming: [one.id] },
    ])
    expect(await reasonOf(one.api.socials.respondToRequest({ userId: two.id, accept: true }))).toBe('NOT_FOUND')
    const accept = () => two.api.socials.respondToRequest({ userId: one.id, accept: true })
    const answers = await Promise.allSettled([accept(), accept(), accept()])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await names(one), await names(two)]).toEqual([
      { ...nobody, friends: [two.id] },
      { ...nobody, friends: [one.id] },
    ])
    expect(await one.api.socials.requestFriend({ userId: two.id })).toMatchObject({ relation: 'friends' })
  })

  it('from both sides at once makes one friendship', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await someone(), await someone()]
      await Promise.all([
        one.api.socials.requestFriend({ userId: two.id }),
        two.api.socials.requestFriend({ userId: one.id }),
      ])
      expect([await names(one), await names(two)]).toEqual([
        { ...nobody, friends: [two.id] },
        { ...nobody, friends: [one.id] },
      ])
    }
  })

  it('goes by friend code', async () => {
    const [one, two] = [await someone(), await someone()]
    const { friendLink } = await two.api.socials.settings()
    expect(await one.api.socials.personByCode({ code: friendLink })).toMatchObject({
      user: { id: two.id },
      relation: 'none',
    })
    await one.api.socials.requestFriend({ code: friendLink })
    expect(await names(two)).toMatchObject({ incoming: [one.id] })
  })

  it('is declined, withdrawn, and asked again a few times only', async () => {
    const [one, two] = [await someone(), await someone()]
    const ask = () => one.api.socials.requestFriend({ userId: two.id })
    await ask()
    await two.api.socials.respondToRequest({ userId: one.id, accept: false })
    expect(await names(one)).toEqual(nobody)
    await ask()
    await one.api.socials.removeFriend({ userId: two.id })
    expect(await names(two)).toEqual(nobody)
    await ask()
    await two.api.socials.removeFriend({ userId: one.id })
    expect(await reasonOf(ask())).toBe('RATE_LIMITED')
    expect(await reasonOf(one.api.socials.removeFriend({ userId: two.id }))).toBe('NOT_FOUND')
  })

  it('is refused to oneself, to nobody, to garbage, and to who is not signed in', async () => {
    const { api, id } = await someone()
    expect(await reasonOf(api.socials.requestFriend({ userId: id }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.socials.requestFriend({ userId: crypto.randomUUID() }))).toBe('NOT_FOUND')
    expect(await reasonOf(api.socials.requestFriend({ code: 'nonsense!' }))).toBe('INVALID_INPUT')
    const guest = await makeCaller(store.deps)
    expect(await reasonOf(guest.socials.friends())).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(guest.socials.requestFriend({ userId: id }))).toBe('NOT_SIGNED_IN')
  })

  it('is refused beyond a hundred that wait', async () => {
    const { api, id } = await someone()
    const others = await Promise.all(Array.from({ length: 101 }, () => makeUser(store.deps.db)))
    await store.deps.db.transaction((tx) =>
      tx.insert(friendships).values(others.slice(0, 100).map((other) => buildFriendship(id, other.id))),
    )
    expect(await reasonOf(api.socials.requestFriend({ userId: others[100]?.id as string }))).toBe('TOO_MANY_FRIENDS')
  })
})

describe('a block', () => {
  it('is silence both ways, and looks to the other as if one had never been there', async () => {
    const [one, two] = [await someone('Silent Ольга'), await someone('Loud Пётр')]
    await friendsOf(one, two)
    const { friendCode } = await one.api.socials.settings()
    await one.api.socials.block({ userId: two.id })
    await one.api.socials.block({ userId: two.id })
    expect([await names(one), await names(two)]).toEqual([nobody, nobody])
    expect((await two.api.socials.findUsers({ query: 'silent' })).items).toEqual([])
    expect((await two.api.socials.findUsers({ query: friendCode })).items).toEqual([])
    expect((await one.api.socials.findUsers({ query: 'loud п' })).items).toEqual([])
    const verbs = [
      () => two.api.socials.requestFriend({ userId: one.id }),
      () => two.api.socials.requestFriend({ code: friendCode }),
      () => two.api.socials.person({ userId: one.id }),
      () => two.api.socials.messages({ userId: one.id }),
      () => two.api.socials.sendMessage({ userId: one.id, text: 'hello', clientId: crypto.randomUUID() }),
      () => one.api.socials.sendMessage({ userId: two.id, text: 'hello', clientId: crypto.randomUUID() }),
      () => two.api.socials.block({ userId: one.id }),
      () => two.api.socials.reportContent({ kind: 'user', targetId: one.id, reason: 'abuse' }),
      () => two.api.socials.reportContent({ kind: 'message', targetId: `${one.id}:1`, reason: 'abuse' }),
    ]
    for (const verb of verbs) expect(await reasonOf(verb())).toBe('NOT_FOUND')
    expect((await two.api.socials.blocked()).items).toEqual([])
    expect((await one.api.socials.blocked()).items).toMatchObject([{ user: { id: two.id } }])
    await two.api.socials.unblock({ userId: one.id })
    expect(await reasonOf(two.api.socials.person({ userId: one.id }))).toBe('NOT_FOUND')
    await one.api.socials.unblock({ userId: two.id })
    expect(await two.api.socials.person({ userId: one.id })).toMatchObject({ relation: 'none' })
  })

  it('answers the blocked as nobody would, whatever they ask, and takes reports of who blocked somebody', async () => {
    const [one, two] = [await someone(), await someone()]
    await friendsOf(one, two)
    await one.api.socials.sendMessage({ userId: two.id, text: 'hello', clientId: crypto.randomUUID() })
    const game = await freeGame()
    await own(one, game)
    const { id: reviewId } = await one.api.socials.writeReview({ gameId: game.id, recommended: true, text: 'Fine' })
    await one.api.socials.block({ userId: two.id })
    const nobodys = crypto.randomUUID()
    const asks = (userId: string, review: string) => [
      two.api.socials.block({ userId }),
      two.api.socials.unblock({ userId }),
      two.api.socials.markThread({ userId, readSeq: 1 }),
      two.api.socials.typing({ userId }),
      two.api.socials.removeFriend({ userId }),
      two.api.socials.reportContent({ kind: 'user', targetId: userId, reason: 'abuse' }),
      two.api.socials.reportContent({ kind: 'message', targetId: `${userId}:1`, reason: 'abuse' }),
      two.api.socials.reportContent({ kind: 'review', targetId: review, reason: 'abuse' }),
    ]
    const outcomes = (calls: Promise<unknown>[]) =>
      Promise.all(
        calls.map((call) =>
          call.then(
            () => 'ok',
            (error) => error.cause?.reason,
          ),
        ),
      )
    expect(await outcomes(asks(one.id, reviewId))).toEqual(await outcomes(asks(nobodys, nobodys)))
    await one.api.socials.reportContent({ kind: 'user', targetId: two.id, reason: 'abuse' })
  })

  it('raced with accepting leaves no friends behind', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await someone(), await someone()]
      await one.api.socials.requestFriend({ userId: two.id })
      await Promise.allSettled([
        one.api.socials.block({ userId: two.id }),
        two.api.socials.respondToRequest({ userId: one.id, accept: true }),
        two.api.socials.requestFriend({ userId: one.id }),
      ])
      expect([await names(one), await names(two)]).toEqual([nobody, nobody])
    }
  })
})

describe('presence', () => {
  it('is seen by friends only: open pages, what is played, and when one was last there', async () => {
    const [one, two, stranger] = [await someone(), await someone(), await someone()]
    await friendsOf(one, two)
    const seen = async () => (await two.api.socials.friends()).friends[0]?.user.presence
    expect(await seen()).toEqual({ state: 'offline', game: null, lastSeenAt: null })
    await store.deps.presence.put(one.id, 'page', 'away')
    expect(await seen()).toMatchObject({ state: 'away' })
    await store.deps.presence.put(one.id, 'launcher', 'online')
    expect(await seen()).toMatchObject({ state: 'online' })
    const game = await freeGame({ title: { en: 'Chess', ru: 'Шахматы' } })
    await own(one, game)
    const { playSessionId } = await one.api.library.startPlaying({ gameId: game.id })
    expect(await seen()).toMatchObject({ state: 'playing', game: { id: game.id, title: 'Chess' } })
    await one.api.socials.saveSettings({ showsPlaying: 'nobody' })
    expect(await seen()).toMatchObject({ state: 'online', game: null })
    await one.api.socials.saveSettings({ appearsOffline: true })
    expect(await seen()).toEqual({ state: 'offline', game: null, lastSeenAt: null })
    await one.api.socials.saveSettings({ appearsOffline: false, showsPlaying: 'friends' })
    expect((await stranger.api.socials.person({ userId: one.id })).presence).toBeNull()
    await one.api.library.stopPlaying({ playSessionId })
    await store.deps.presence.remove(one.id, 'launcher')
    store.deps.clock.pass({ minutes: 5 })
    expect(await seen()).toMatchObject({ state: 'offline', lastSeenAt: expect.stringMatching(/^2026/u) })
  })

  it('that cannot be read makes nobody wait', async () => {
    const [one, two] = [await someone(), await someone()]
    await friendsOf(one, two)
    store.deps.presence.away = true
    expect((await two.api.socials.friends()).friends).toMatchObject([{ user: { presence: { state: 'offline' } } }])
    store.deps.presence.away = false
  })
})

describe('what friends buy', () => {
  it('stands on the store page and in the feed unless they hide it, with who; strangers see nothing', async () => {
    const [one, two, three] = [await someone(), await someone(), await someone()]
    await friendsOf(one, two, three)
    const [first, second] = [await freeGame(), await freeGame()]
    await own(two, first)
    store.deps.clock.pass({ seconds: 1 })
    await own(three, first)
    store.deps.clock.pass({ seconds: 1 })
    await own(three, second)
    const row = async () =>
      (await one.api.search.storefront()).friendsRecent.map(({ id, friends }) => [id, friends.map((f) => f.id)])
    expect(await row()).toEqual([
      [second.id, [three.id]],
      [first.id, [three.id, two.id]],
    ])
    expect((await one.api.socials.activity()).items.map(({ kind, user, game }) => [kind, user.id, game.id])).toEqual([
      ['bought', three.id, second.id],
      ['bought', three.id, first.id],
      ['bought', two.id, first.id],
    ])
    expect(await one.api.socials.friendsWithGame({ gameId: first.id })).toMatchObject({ count: 2 })
    await three.api.socials.saveSettings({ showsPurchases: 'nobody', showsLibrary: 'nobody' })
    expect(await row()).toEqual([[first.id, [two.id]]])
    expect((await one.api.socials.activity()).items).toHaveLength(1)
    expect(await one.api.socials.friendsWithGame({ gameId: first.id })).toMatchObject({ count: 1 })
    expect((await one.api.socials.person({ userId: three.id })).library).toBeNull()
    expect((await one.api.socials.person({ userId: two.id })).library).toMatchObject({ count: 1 })
    await store.deps.db.transaction((tx) => tx.update(games).set({ publishedAt: null }).where(eq(games.id, first.id)))
    expect(await row()).toEqual([])
    const stranger = await someone()
    expect((await stranger.api.search.storefront()).friendsRecent).toEqual([])
    expect((await stranger.api.socials.person({ userId: two.id })).library).toBeNull()
  })

  it('is read page by page without losing or repeating anything', async () => {
    const [one, two] = [await someone(), await someone()]
    await friendsOf(one, two)
    for (let made = 0; made < 7; made++) {
      await own(two, await freeGame())
      // Some fall on one moment.
      if (made % 2) store.deps.clock.pass({ seconds: 1 })
    }
    const whole = (await one.api.socials.activity()).items
    const paged: typeof whole = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await one.api.socials.activity({ cursor, limit: 2 })
      paged.push(...page.items)
      cursor = page.nextCursor
    }
    expect(whole).toHaveLength(7)
    expect(paged).toEqual(whole)
    expect(await reasonOf(one.api.socials.activity({ cursor: "2026 ' or 1=1" }))).toBe('INVALID_INPUT')
  })
})

describe('an account that is deleted', () => {
  it('leaves its friends, who can still read what was written, and takes its list along', async () => {
    const [leaver, stays] = [await newMember(store.deps), await someone()]
    const { user } = leaver
    await stays.api.socials.requestFriend({ userId: user.id })
    await leaver.mine.socials.respondToRequest({ userId: stays.id, accept: true })
    await leaver.mine.socials.sendMessage({ userId: stays.id, text: 'Пока!', clientId: crypto.randomUUID() })
    const taken = await leaver.mine.auth.exportData()
    expect(taken).toMatchObject({ friends: [{ name: stays.user.name }], messages: [{ text: 'Пока!' }] })
    await leaver.mine.auth.deleteAccount({ password: leaver.password })
    expect(await names(stays)).toEqual(nobody)
    expect(JSON.stringify(await stays.api.socials.notices())).not.toContain(user.name)
    const left = await store.deps.db.select().from(inboxEvents).where(eq(inboxEvents.userId, stays.id))
    expect(left.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['friend', 'message']))
    expect(JSON.stringify(left)).not.toContain(user.name)
    expect((await stays.api.socials.threads()).items).toMatchObject([
      { user: { name: '' }, areFriends: false, unread: 1 },
    ])
    const { items, relation } = await stays.api.socials.messages({ userId: user.id })
    expect([items.map(({ text }) => text), relation]).toEqual([['Пока!'], 'none'])
    const answer = stays.api.socials.sendMessage({ userId: user.id, text: 'Эй', clientId: crypto.randomUUID() })
    expect(await reasonOf(answer)).toBe('NOT_FOUND')
    expect(await reasonOf(stays.api.socials.person({ userId: user.id }))).toBe('NOT_FOUND')
  })
})
