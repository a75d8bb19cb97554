import { inboxEvents } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { authenticate } from '../auth/sessions.ts'
import { makeCaller, makeUser } from '../testing/index.ts'
import { listen } from '../testing/listen.ts'
import { type Member, newMember, resetCode } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { forgetOldEvents } from './inbox.ts'
import { onEvent } from './on-event.ts'

const store = useStore()
type Person = Awaited<ReturnType<typeof someone>>
type Told = { payload: { message: { text: string; seq: number } } }

async function someone(name?: string) {
  const user = await makeUser(store.deps.db, name ? { name } : {})
  return { user, id: user.id, api: await makeCaller(store.deps, { as: user }) }
}
async function twoFriends() {
  const [one, two] = [await someone(), await someone()]
  await one.api.socials.requestFriend({ userId: two.id })
  await two.api.socials.respondToRequest({ userId: one.id, accept: true })
  return [one, two] as const
}
const id = () => crypto.randomUUID()
const say = (from: Person, to: { id: string }, text: string, clientId = id()) =>
  from.api.socials.sendMessage({ userId: to.id, text, clientId })
const texts = async (of: Person, other: { id: string }) =>
  (await of.api.socials.messages({ userId: other.id })).items.map(({ text }) => text)
const textsOf = (events: unknown[]) => (events as Told[]).map(({ payload }) => payload.message.text)

let anna: Person
let boris: Person
beforeAll(async () => {
  ;[anna, boris] = await twoFriends()
})

describe('a message', () => {
  it('is found by words as people type them: ё and е, straight and curly apostrophes, accents and hyphens', async () => {
    const [one, two] = await twoFriends()
    for (const text of ['Ёлка у дома', 'I don’t know', 'Meet at the café', 'a well-known place', '100%_sure'])
      await say(one, two, text)
    const found = async (query: string) =>
      (await two.api.socials.messages({ userId: one.id, query })).items.map(({ text }) => text)
    for (const query of ['елка', 'ЁЛКА', 'ёлк']) expect(await found(query), query).toEqual(['Ёлка у дома'])
    for (const query of ["don't", 'don’t', 'DONT']) expect(await found(query), query).toEqual(['I don’t know'])
    for (const query of ['cafe', 'café', 'CAFÉ']) expect(await found(query), query).toEqual(['Meet at the café'])
    for (const query of ['well known', 'well-known']) expect(await found(query), query).toEqual(['a well-known place'])
    expect(await found('100%_')).toEqual(['100%_sure'])
    for (const nothing of ['1_0', '’', '-']) expect(await found(nothing)).toEqual([])
  })

  it('is there for both, counts as unread for one, and moves the marks', async () => {
    const [one, two] = await twoFriends()
    await say(one, two, 'Привет 👋🏽')
    await say(one, two, 'How are you?')
    await two.api.socials.markThread({ userId: one.id, readSeq: 2 })
    await say(two, one, 'Хорошо')
    await say(one, two, 'Ура')
    expect(await texts(two, one)).toEqual(['Ура', 'Хорошо', 'How are you?', 'Привет 👋🏽'])
    const thread = async ({ api }: Person) => (await api.socials.threads()).items[0]
    expect(await thread(two)).toMatchObject({ unread: 1, readSeq: 3, lastMessage: { text: 'Ура' }, areFriends: true })
    expect(await thread(one)).toMatchObject({ unread: 1, theirReadSeq: 3, theirDeliveredSeq: 3 })
    await two.api.socials.markThread({ userId: one.id, deliveredSeq: 4 })
    expect(await thread(one)).toMatchObject({ theirReadSeq: 3, theirDeliveredSeq: 4 })
    await two.api.socials.markThread({ userId: one.id, readSeq: 999 })
    await two.api.socials.markThread({ userId: one.id, readSeq: 1 })
    expect(await thread(one)).toMatchObject({ theirReadSeq: 4, theirDeliveredSeq: 4 })
    expect(await two.api.socials.threads()).toMatchObject({ unread: 0 })
  })

  it('marks nothing as read that its writer has not seen, say while it waited for a connection', async () => {
    const [one, two] = await twoFriends()
    for (const text of ['1', '2', '3']) await say(two, one, text)
    await say(one, two, 'written before any of that')
    await say(one, two, 'and this')
    const unread = async ({ api }: Person) => {
      const { items, unread: all } = await api.socials.threads()
      return [items[0]?.unread, all]
    }
    expect([await unread(one), await unread(two)]).toEqual([
      [3, 3],
      [2, 2],
    ])
    await one.api.socials.markThread({ userId: two.id, readSeq: 2 })
    expect(await unread(one)).toEqual([1, 1])
    // With the last of the other's one's own later words are read too.
    await one.api.socials.markThread({ userId: two.id, readSeq: 3 })
    expect((await one.api.socials.threads()).items[0]).toMatchObject({ unread: 0, readSeq: 5 })
    await say(one, two, 'after all was read')
    expect((await one.api.socials.threads()).items[0]).toMatchObject({ unread: 0, readSeq: 6 })
    await say(two, one, 'from there')
    expect(await unread(one)).toEqual([1, 1])
    // A mark of delivery alone reads nothing.
    await one.api.socials.markThread({ userId: two.id, deliveredSeq: 7 })
    expect(await unread(one)).toEqual([1, 1])
  })

  it('sent twice, also at once, is stored once and told once', async () => {
    const [one, two] = await twoFriends()
    const stream = await listen(store.deps, two.user)
    const clientId = id()
    const sent = await Promise.all(Array.from({ length: 10 }, () => say(one, two, 'once', clientId)))
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1)
    expect(await say(one, two, 'once', clientId)).toEqual(sent[0])
    await say(one, two, 'last')
    expect(textsOf(await stream.count('message', 2))).toEqual(['once', 'last'])
    expect(await texts(two, one)).toEqual(['last', 'once'])
    expect(await reasonOf(say(one, two, 'another', clientId))).toBe('IDEMPOTENCY_KEY_REUSED')
    await stream.close()
  })

  it('from both sides at once is numbered without gaps, and alike for both', async () => {
    const [one, two] = await twoFriends()
    const many = Array.from({ length: 20 }, (_, number) => number)
    await Promise.all(many.map((number) => (number % 2 ? say(one, two, `m${number}`) : say(two, one, `m${number}`))))
    const seqs = (await one.api.socials.messages({ userId: two.id })).items.map(({ seq }) => seq)
    expect(seqs).toEqual(many.map((number) => 20 - number))
    expect(await texts(one, two)).toEqual(await texts(two, one))
  })

  it('is cleaned of what is unseen, turns round or piles up, and keeps what people write', async () => {
    const [one, two] = await twoFriends()
    const kept = '<script>alert("x")</script> & 👩‍👩‍👧 🏳️‍🌈 שלום é «ё»\n\tновая строка'
    expect((await say(one, two, `  ${kept}\u0000\u0007\u202E\u2066\u200B\uFEFF  `)).text).toBe(kept)
    expect((await say(one, two, `Z${'\u0341'.repeat(99)}`)).text.length).toBeLessThan(8)
    expect((await say(one, two, 'a\r\nb\rc\n\n\n\n\n\nd\uD800')).text).toBe('a\nb\nc\n\n\nd\uFFFD')
  })

  it('has 1 to 4,000 characters as people count them', async () => {
    expect((await say(anna, boris, '😀'.repeat(4000))).text).toHaveLength(8000)
    for (const text of ['😀'.repeat(4001), '', ' \u200B\n ', 'x'.repeat(30_000)])
      expect(await reasonOf(say(anna, boris, text))).toMatch(/^INVALID_INPUT|Invalid|too_big/iu)
  })

  it('goes to friends only: not to strangers, oneself, nobody, nor to who was a friend', async () => {
    const [one, two] = await twoFriends()
    const stranger = await someone()
    expect(await reasonOf(say(one, stranger, 'hi'))).toBe('NOT_FRIENDS')
    expect(await reasonOf(say(one, one, 'hi'))).toBe('INVALID_INPUT')
    expect(await reasonOf(say(one, { id: id() }, 'hi'))).toBe('NOT_FOUND')
    await stranger.api.socials.requestFriend({ userId: one.id })
    expect(await reasonOf(say(stranger, one, 'answer me'))).toBe('NOT_FRIENDS')
    await say(one, two, 'before')
    await two.api.socials.removeFriend({ userId: one.id })
    expect(await reasonOf(say(one, two, 'after'))).toBe('NOT_FRIENDS')
    expect(await texts(one, two)).toEqual(['before'])
    expect((await one.api.socials.threads()).items).toMatchObject([{ areFriends: false }])
  })

  it('does not slip in behind a block or a removal', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, two] = await twoFriends()
      const ends = round % 2 ? two.api.socials.block : two.api.socials.removeFriend
      await Promise.allSettled([say(one, two, 'racing'), ends({ userId: one.id })])
      expect(await reasonOf(say(one, two, 'after'))).toMatch(/NOT_FRIENDS|NOT_FOUND/u)
    }
  })

  it('comes in a flood only up to a limit, and one that is repeated does not count', async () => {
    const [one, two] = await twoFriends()
    const clientId = id()
    await say(one, two, 'first', clientId)
    for (let more = 1; more < 30; more++) await say(one, two, `m${more}`)
    for (let again = 0; again < 5; again++) await say(one, two, 'first', clientId)
    expect(await reasonOf(say(one, two, 'too many'))).toBe('RATE_LIMITED')
    store.deps.clock.pass({ seconds: 20 })
    await say(one, two, 'better')
  })

  it('is found by its words, as they are', async () => {
    const [one, two] = await twoFriends()
    for (const text of ['Скидка 100% на чайник', 'кЕттл', 'under_score', 'other']) await say(one, two, text)
    const find = async (query: string) =>
      (await two.api.socials.messages({ userId: one.id, query })).items.map(({ text }) => text)
    expect(await find('0% на')).toEqual(['Скидка 100% на чайник'])
    expect(await find('КЕТТЛ')).toEqual(['кЕттл'])
    expect(await find('r_s')).toEqual(['under_score'])
    expect(await find('%')).toEqual(['Скидка 100% на чайник'])
    expect(await find('ке\0ттл\u202E')).toEqual(['кЕттл'])
    expect(await find('x'.repeat(200))).toEqual([])
    for (const none of ['', ' \0 ', 'x'.repeat(201), 'x'.repeat(5_000)])
      expect(await reasonOf(find(none))).toBe('INVALID_INPUT')
  })

  it('is read page by page, and threads too', async () => {
    const me = await someone()
    const others = await Promise.all(Array.from({ length: 5 }, () => someone()))
    for (const other of others) {
      await me.api.socials.requestFriend({ userId: other.id })
      await other.api.socials.respondToRequest({ userId: me.id, accept: true })
      for (const text of ['a', 'b', 'c']) await say(other, me, text)
    }
    const whole = (await me.api.socials.threads()).items.map(({ user }) => user.id)
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await me.api.socials.threads({ cursor, limit: 2 })
      paged.push(...page.items.map(({ user }) => user.id))
      expect(page.unread).toBe(15)
      cursor = page.nextCursor
    }
    expect([paged, new Set(paged).size]).toEqual([whole, 5])
    const other = { userId: others[0]?.id as string }
    const first = await me.api.socials.messages({ ...other, limit: 2 })
    const second = await me.api.socials.messages({ ...other, limit: 2, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(['c', 'b', 'a'])
    expect(second.nextCursor).toBeNull()
  })
})

describe('the stream', () => {
  it('tells both people and all their pages, in order', async () => {
    const [one, two] = await twoFriends()
    const streams = [
      await listen(store.deps, one.user),
      await listen(store.deps, two.user),
      await listen(store.deps, two.user),
    ]
    for (const text of ['1', '2', '3']) await say(one, two, text)
    await say(two, one, '4')
    for (const stream of streams) expect(textsOf(await stream.count('message', 4))).toEqual(['1', '2', '3', '4'])
    await Promise.all(streams.map((stream) => stream.close()))
  })

  it('goes on where another stopped, and loses and doubles nothing', async () => {
    const [one, two] = await twoFriends()
    const before = await listen(store.deps, two.user)
    await say(one, two, 'heard')
    await before.count('message', 1)
    await before.close()
    for (let missed = 0; missed < 25; missed++) await say(one, two, `missed ${missed}`)
    store.deps.clock.pass({ seconds: 20 })
    const after = await listen(store.deps, two.user, before.lastEventId)
    await say(one, two, 'new')
    const heard = textsOf(await after.count('message', 26))
    expect(heard).toEqual([...Array.from({ length: 25 }, (_, missed) => `missed ${missed}`), 'new'])
    await after.close()
    const fresh = await listen(store.deps, two.user)
    expect(fresh.events).toEqual([])
    await fresh.close()
  })

  it('opened in the middle of a flood loses and doubles nothing', async () => {
    const [one, two] = await twoFriends()
    const first = await listen(store.deps, two.user)
    const sending = Array.from({ length: 28 }, (_, number) => say(one, two, `n${number}`))
    await first.count('message', 3)
    await first.close()
    const got = first.events.filter(({ kind }) => kind === 'message')
    const second = await listen(store.deps, two.user, first.lastEventId)
    await Promise.all(sending)
    const rest = await second.count('message', 28 - got.length)
    await second.close()
    const order = [...(await texts(two, one))].reverse()
    expect(textsOf([...got, ...rest])).toEqual(order)
  })

  it('catches up by itself when the bus was away', async () => {
    const [one, two] = await twoFriends()
    const stream = await listen(store.deps, two.user)
    store.deps.events.away = true
    await say(one, two, 'unheard')
    await say(one, two, 'unheard too')
    expect(stream.events).toEqual([])
    store.deps.events.heal()
    expect(textsOf(await stream.count('message', 2))).toEqual(['unheard', 'unheard too'])
    expect(await stream.count('hello', 1)).toHaveLength(1)
    await stream.close()
  })

  it('sends who was away for longer than events are kept back to reading anew', async () => {
    const [one, two] = await twoFriends()
    const before = await listen(store.deps, two.user)
    await before.close()
    await say(one, two, 'old')
    await say(one, two, 'young')
    const first = Number(before.lastEventId) + 1
    await store.deps.db.transaction((tx) => tx.delete(inboxEvents).where(eq(inboxEvents.seq, first)))
    const after = await listen(store.deps, two.user, before.lastEventId)
    expect(await after.count('message', 1)).toMatchObject([{ payload: { message: { text: 'young' } } }])
    expect(after.events.map(({ kind }) => kind)).toEqual(['hello', 'message'])
    await after.close()
  })

  it('is kept for thirty days, and notices for half a year', async () => {
    const [one, two] = await twoFriends()
    await say(one, two, 'old')
    store.deps.clock.pass({ days: 31 })
    await say(one, two, 'young')
    expect(await forgetOldEvents(store.deps)).toBeGreaterThan(0)
    const kinds = await store.deps.db.select().from(inboxEvents).where(eq(inboxEvents.userId, one.id))
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['friend', 'message'])
    const stream = await listen(store.deps, two.user, '0')
    expect(textsOf(await stream.count('message', 1))).toEqual(['young'])
    await stream.close()
    store.deps.clock.pass({ days: 181 })
    await forgetOldEvents(store.deps)
    expect((await one.api.socials.notices()).items).toEqual([])
    await say(one, two, 'still works')
  })

  it('tells of requests, friends and marks, typing, and presence', async () => {
    const [one, two] = [await someone('Маша'), await someone('Саша')]
    const [first, second] = [await listen(store.deps, one.user), await listen(store.deps, two.user)]
    await one.api.socials.requestFriend({ userId: two.id })
    expect(await second.count('request', 1)).toMatchObject([{ payload: { user: { name: 'Маша' } } }])
    await two.api.socials.respondToRequest({ userId: one.id, accept: true })
    expect(await first.count('friend', 1)).toMatchObject([{ payload: { user: { name: 'Саша' }, asked: true } }])
    await second.count('friend', 1)
    await one.api.socials.setPresence({ connectionId: first.connectionId, state: 'away' })
    expect(await second.count('presence', 1)).toMatchObject([{ userId: one.id, presence: { state: 'away' } }])
    await one.api.socials.typing({ userId: two.id })
    expect(await second.count('typing', 1)).toMatchObject([{ userId: one.id }])
    await say(one, two, 'read this')
    await two.api.socials.markThread({ userId: one.id, readSeq: 1 })
    expect(await first.count('marks', 1)).toMatchObject([{ withUserId: two.id, byUserId: two.id, readSeq: 1 }])
    await first.close()
    await expect
      .poll(() => second.events.filter(({ kind }) => kind === 'presence').at(-1))
      .toMatchObject({
        presence: { state: 'offline' },
      })
    await two.api.socials.removeFriend({ userId: one.id })
    await second.count('gone', 1)
    const before = second.events.length
    await one.api.socials.saveSettings({ appearsOffline: false })
    await say(boris, anna, 'somebody else’s business')
    expect(second.events).toHaveLength(before)
    await second.close()
    const notices = await one.api.socials.notices()
    expect(notices).toMatchObject({ unseen: 1, items: [{ kind: 'friend', seen: false }] })
    await one.api.socials.seeNotices({ seq: notices.items[0]?.seq as number })
    expect(await one.api.socials.notices()).toMatchObject({ unseen: 0, items: [{ seen: true }] })
  })

  it('ends soon after its log-in was ended elsewhere, and looks for itself when nobody told it anything', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const [one, two] = [await newMember(store.deps), await newMember(store.deps)]
      await one.mine.socials.requestFriend({ userId: two.user.id })
      await two.mine.socials.respondToRequest({ userId: one.user.id, accept: true })
      const session = await authenticate(store.deps, two.token)
      if (!session) throw new Error('there is no session')
      const end = new AbortController()
      const stream = onEvent({ deps: store.deps, locale: 'en', session }, {}, end.signal)
      await stream.next()
      store.deps.events.away = true
      await one.mine.socials.sendMessage({ userId: two.user.id, text: 'nobody told', clientId: id() })
      store.deps.events.away = false
      const next = stream.next()
      vi.advanceTimersByTime(30_000)
      expect((await next).value?.[1]).toMatchObject({ kind: 'message', payload: { message: { text: 'nobody told' } } })
      await two.mine.auth.logout()
      const last = stream.next()
      vi.advanceTimersByTime(30_000)
      await expect(last).rejects.toMatchObject({ reason: 'NOT_SIGNED_IN' })
    } finally {
      vi.useRealTimers()
    }
  })

  it.each<[string, (member: Member, other: Awaited<ReturnType<Member['byToken']>>) => Promise<unknown>]>([
    [
      'another log-in ends it',
      async ({ mine }, other) => {
        const found = (await other.auth.sessions()).find((session) => !session.current)
        await mine.auth.me()
        await other.auth.revokeSession({ id: found?.id ?? '' })
      },
    ],
    ['all others are ended', (_member, other) => other.auth.revokeOtherSessions()],
    ['it logs out', ({ mine }) => mine.auth.logout()],
    [
      'the password is changed',
      ({ password }, other) =>
        other.auth.changePassword({ oldPassword: password, newPassword: 'a kettle on another stove' }),
    ],
    [
      'the password is reset',
      async (member) => {
        const code = await resetCode(store.deps, member)
        await member.api.auth.confirmReset({ email: member.email, code, password: 'a kettle on a third stove' })
      },
    ],
    ['the account is deleted', ({ password }, other) => other.auth.deleteAccount({ password })],
  ])('ends at once when %s, told by that and by nothing else', async (_how, end) => {
    // Nothing looks by itself here.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const member = await newMember(store.deps)
      const session = await authenticate(store.deps, member.token)
      if (!session) throw new Error('there is no session')
      const { email, password } = member
      const other = await member.byToken((await member.api.auth.login({ email, password })).token ?? '')
      const stream = onEvent({ deps: store.deps, locale: 'en', session }, {}, new AbortController().signal)
      await stream.next()
      const over = expect(
        (async () => {
          for await (const _event of stream);
        })(),
      ).rejects.toMatchObject({ reason: 'NOT_SIGNED_IN' })
      await end(member, other)
      await over
    } finally {
      vi.useRealTimers()
    }
  })

  it('stays open when another log-in ends', async () => {
    const member = await newMember(store.deps)
    const session = await authenticate(store.deps, member.token)
    if (!session) throw new Error('there is no session')
    const stream = onEvent({ deps: store.deps, locale: 'en', session }, {}, new AbortController().signal)
    await stream.next()
    const { email, password } = member
    const other = await member.byToken((await member.api.auth.login({ email, password })).token ?? '')
    await other.auth.logout()
    const next = stream.next()
    const friend = await someone()
    await friend.api.socials.requestFriend({ userId: member.user.id })
    expect((await next).value?.[1]).toMatchObject({ kind: 'request' })
    await stream.return(undefined)
  })

  it('does not tell of marks over a block, nor that a message arrived where somebody appears offline', async () => {
    const [one, two] = await twoFriends()
    await say(one, two, 'first')
    const stream = await listen(store.deps, one.user)
    await two.api.socials.saveSettings({ appearsOffline: true })
    await two.api.socials.markThread({ userId: one.id, deliveredSeq: 1 })
    expect((await one.api.socials.messages({ userId: two.id })).theirDeliveredSeq).toBe(0)
    await two.api.socials.block({ userId: one.id })
    await two.api.socials.markThread({ userId: one.id, readSeq: 1 })
    await one.api.socials.markThread({ userId: two.id, readSeq: 1 })
    // What was told up to here has arrived once this has.
    const friend = await someone()
    await friend.api.socials.requestFriend({ userId: one.id })
    await expect.poll(() => stream.events.some(({ kind }) => kind === 'request')).toBe(true)
    expect(stream.events.filter((event) => event.kind === 'marks' && event.byUserId === two.id)).toEqual([])
    await stream.close()
  })

  it('leaves nothing behind when it ends, however often', async () => {
    const [one] = await twoFriends()
    const before = store.deps.events.listeners
    for (let round = 0; round < 10; round++) {
      const streams = await Promise.all(Array.from({ length: 10 }, () => listen(store.deps, one.user)))
      await Promise.all(streams.map((stream) => stream.close()))
    }
    expect(store.deps.events.listeners).toBe(before)
  })

  it('is open a dozen times at most for one person', async () => {
    const { user } = await someone()
    const streams = await Promise.all(Array.from({ length: 12 }, () => listen(store.deps, user)))
    await expect(listen(store.deps, user)).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
    await Promise.all(streams.map((stream) => stream.close()))
    await (await listen(store.deps, user)).close()
  })

  it('keeps little of what a reader is too slow for, and gives it all from the rows', async () => {
    const [one, two] = await twoFriends()
    const end = new AbortController()
    const session = { id: two.id, user: two.user }
    const slow = onEvent({ deps: store.deps, locale: 'en', session }, {}, end.signal)
    await slow.next()
    for (let batch = 0; batch < 10; batch++) {
      await Promise.all(Array.from({ length: 25 }, (_, number) => say(one, two, `${batch} ${number}`)))
      store.deps.clock.pass({ seconds: 20 })
    }
    const heard: string[] = []
    for await (const [, event] of slow) {
      if (event.kind === 'message') heard.push(event.payload.message.text)
      if (heard.length === 250) break
    }
    expect(new Set(heard).size).toBe(250)
    end.abort()
  })
})
