import { inboxEvents, messages, reports, reviews, threads, users } from '@kettle/db'
import { buildThread } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { auditReviews } from '../testing/audit-reviews.ts'
import { giveMoney, makeCaller, makeGame } from '../testing/index.ts'
import { newMember } from '../testing/member.ts'
import { makeReviewer } from '../testing/reviewer.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

async function reviewed(text = 'Buy followers at spam dot example') {
  const game = await makeGame(store.deps.db, { basePrice: 0 })
  const author = await makeReviewer(store.deps, [game])
  const { id } = await author.api.writeReview({ gameId: game.id, recommended: true, text })
  return { game, gameId: game.id, author, reviewId: id, target: { kind: 'review' as const, targetId: id } }
}
const crowd = (size: number, games: { id: string }[] = [], fields: { registerDate?: Date } = {}) =>
  Promise.all(Array.from({ length: size }, () => makeReviewer(store.deps, games, fields)))
const moderator = () => makeReviewer(store.deps, [], { role: 'admin' })
const shown = async (gameId: string) => (await (await makeCaller(store.deps)).socials.reviews({ gameId })).items.length
const toldOf = ({ id }: { id: string }) =>
  store.deps.db.select().from(inboxEvents).where(eq(inboxEvents.userId, id)).orderBy(inboxEvents.seq)

afterEach(async () => {
  expect(await auditReviews(store.deps.db)).toEqual([])
})

describe('socials.reportContent', () => {
  it('is once per person and thing, not for one’s own, and for who is logged in', async () => {
    const { target, author } = await reviewed()
    const [one] = await crowd(1)
    const report = { ...target, reason: 'spam' as const }
    expect(await reasonOf((await makeCaller(store.deps)).socials.reportContent(report))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(author.api.reportContent(report))).toBe('FORBIDDEN')
    await Promise.all(Array.from({ length: 6 }, () => one?.api.reportContent(report)))
    expect(await store.deps.db.$count(reports, eq(reports.targetId, target.targetId))).toBe(1)
  })

  it.each([
    ['review', 'x'],
    ['review', `${crypto.randomUUID()}:1`],
    ['message', crypto.randomUUID()],
    ['message', `${crypto.randomUUID()}:0`],
    ['user', '-'.repeat(36)],
  ] as const)('refuses a %s called %s', async (kind, targetId) => {
    const [one] = await crowd(1)
    expect(await reasonOf(one?.api.reportContent({ kind, targetId, reason: 'spam' }) ?? Promise.resolve())).toBe(
      'INVALID_INPUT',
    )
  })

  it('finds nothing where nothing is', async () => {
    const [one] = await crowd(1)
    const id = crypto.randomUUID()
    for (const [kind, targetId] of [
      ['review', id],
      ['message', `${id}:1`],
      ['user', id],
    ] as const)
      expect(await reasonOf(one?.api.reportContent({ kind, targetId, reason: 'other' }) ?? Promise.resolve())).toBe(
        'NOT_FOUND',
      )
  })

  it('lets only who is in a conversation report from it', async () => {
    const [writer, reader, stranger] = await crowd(3)
    if (!writer || !reader || !stranger) throw new Error('three were made')
    const [thread] = await store.deps.db.transaction((tx) =>
      tx
        .insert(threads)
        .values(buildThread(writer.user.id, reader.user.id, { lastSeq: 1 }))
        .returning(),
    )
    if (!thread) throw new Error('a thread was made')
    const line = { threadId: thread.id, seq: 1, senderId: writer.user.id, clientId: 'c', text: 'Give me your password' }
    await store.deps.db.transaction((tx) => tx.insert(messages).values({ ...line, sentAt: store.deps.clock.now() }))
    const lineWith = (person: { user: { id: string } }, seq = 1) =>
      ({ kind: 'message', targetId: `${person.user.id}:${seq}`, reason: 'scam' }) as const
    const report = lineWith(writer)
    for (const person of [writer, reader])
      expect(await reasonOf(stranger.api.reportContent(lineWith(person)))).toBe('NOT_FOUND')
    expect(await reasonOf(writer.api.reportContent(lineWith(reader)))).toBe('FORBIDDEN')
    for (const nowhere of [lineWith(reader), lineWith(writer, 2), { ...report, targetId: `${thread.id}:1` }])
      expect(await reasonOf(reader.api.reportContent(nowhere))).toBe('NOT_FOUND')
    await Promise.all([1, 2, 3].map(() => reader.api.reportContent({ ...report, note: ' careful \u202E' })))
    const admin = await moderator()
    const queued = `${thread.id}:1`
    const thing = (await admin.api.reports()).items.find(({ targetId }) => targetId === queued)
    expect(thing).toMatchObject({
      ...{ kind: 'message', excerpt: line.text, accused: { id: writer.user.id }, total: 1, review: null },
      voices: [{ by: { id: reader.user.id }, reason: 'scam', note: 'careful' }],
    })
    await admin.api.judgeReport({ kind: 'message', targetId: queued, verdict: 'removed' })
    await reader.api.reportContent(report)
    expect(await store.deps.db.$count(reports, eq(reports.targetId, queued))).toBe(1)
  })

  it('hides a review that five owners report at once, exactly once, until it is judged', async () => {
    const { game, gameId, target, author, reviewId } = await reviewed()
    const people = await crowd(7, [game])
    for (const { api } of people.slice(0, 4)) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(1)
    await Promise.all(people.slice(4).map(({ api }) => api.reportContent({ ...target, reason: 'abuse' })))
    expect(await shown(gameId)).toBe(0)
    expect(await author.api.review({ gameId })).toMatchObject({ review: { state: 'judged' }, mayWrite: true })
    expect(await reasonOf(people[0]?.api.voteReview({ reviewId, helpful: true }) ?? Promise.resolve())).toBe(
      'NOT_FOUND',
    )
    await author.api.writeReview({ gameId, recommended: false, text: 'Edited while hidden' })
    expect(await shown(gameId)).toBe(0)

    const admin = await moderator()
    await admin.api.judgeReport({ ...target, verdict: 'kept' })
    expect(await shown(gameId)).toBe(1)
    expect(await toldOf(author.user)).toMatchObject([{ kind: 'reviewJudged', payload: { reviewId, verdict: 'kept' } }])
    // The same people can't hide what was judged right, until it says something else.
    for (const { api } of people) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(1)
    store.deps.clock.pass({ seconds: 1 })
    await author.api.writeReview({ gameId, recommended: false, text: 'Now it is abuse' })
    for (const { api } of people) await api.reportContent({ ...target, reason: 'abuse' })
    expect(await shown(gameId)).toBe(0)
  })

  it('hides nothing for accounts that were just made, with the game or without, nor for few who don’t own it', async () => {
    const { game, gameId, target } = await reviewed()
    const registerDate = store.deps.clock.now()
    for (const { api } of [...(await crowd(8, [game], { registerDate })), ...(await crowd(8, [], { registerDate }))])
      await api.reportContent({ ...target, reason: 'spam' })
    const strangers = await crowd(10)
    for (const { api } of strangers.slice(0, 9)) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(1)
    // All of them are heard by moderators all the same.
    const admin = await moderator()
    expect(
      (await admin.api.reports({ limit: 100 })).items.find(({ targetId }) => targetId === target.targetId),
    ).toBeDefined()
    await strangers[9]?.api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(0)
  })

  it('hides no words that a moderator has kept, whoever else reports them', async () => {
    const { game, gameId, target, author } = await reviewed()
    for (const { api } of await crowd(5, [game])) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(0)
    await (await moderator()).api.judgeReport({ ...target, verdict: 'kept' })
    for (const { api } of await crowd(6, [game])) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(1)
    store.deps.clock.pass({ seconds: 1 })
    await author.api.writeReview({ gameId, recommended: true, text: 'Other words' })
    for (const { api } of await crowd(1, [game])) await api.reportContent({ ...target, reason: 'spam' })
    expect(await shown(gameId)).toBe(0)
  })

  it('is limited', async () => {
    const [one] = await crowd(1)
    const { target } = await reviewed()
    for (let i = 0; i < 20; i++) await one?.api.reportContent({ ...target, reason: 'other' })
    expect(await reasonOf(one?.api.reportContent({ ...target, reason: 'other' }) ?? Promise.resolve())).toBe(
      'RATE_LIMITED',
    )
  })
})

describe('socials.reports', () => {
  it('is for moderators, groups by thing, and pages the longest waiting first', async () => {
    for (const role of ['player', 'publisher'] as const) {
      const { api } = await makeReviewer(store.deps, [], { role })
      expect(await reasonOf(api.reports())).toBe('FORBIDDEN')
      const verdict = { kind: 'user' as const, targetId: crypto.randomUUID(), verdict: 'kept' as const }
      expect(await reasonOf(api.judgeReport(verdict))).toBe('FORBIDDEN')
    }
    expect(await reasonOf((await makeCaller(store.deps)).socials.reports())).toBe('NOT_SIGNED_IN')
    const admin = await moderator()
    const [one, two] = await crowd(2)
    const targets: string[] = []
    for (let i = 0; i < 3; i++) {
      const { target, game } = await reviewed(`Spam ${i}`)
      await one?.api.reportContent({ ...target, reason: 'spam', note: 'look' })
      targets.push(target.targetId)
      if (i === 2)
        expect((await admin.api.reports({ limit: 100 })).items.at(-1)).toMatchObject({
          ...{ kind: 'review', targetId: target.targetId, excerpt: 'Spam 2', total: 1 },
          voices: [{ by: { name: one?.user.name }, reason: 'spam', note: 'look' }],
          review: { game: { slug: game.slug }, recommended: true, text: 'Spam 2', hidden: false },
        })
    }
    for (const targetId of targets) await two?.api.reportContent({ kind: 'review', targetId, reason: 'other' })
    const found: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await admin.api.reports({ cursor, limit: 1 })
      found.push(...page.items.map(({ targetId }) => targetId))
      cursor = page.nextCursor
    } while (cursor)
    expect(found.filter((id) => targets.includes(id))).toEqual(targets)
    expect(new Set(found).size).toBe(found.length)
  })
})

describe('socials.judgeReport', () => {
  it('removes for good, tells the author, and lets of two moderators one judge', async () => {
    const { gameId, target, author, reviewId } = await reviewed()
    const [one] = await crowd(1)
    await one?.api.reportContent({ ...target, reason: 'spam' })
    const judges = await Promise.all([moderator(), moderator()])
    const verdicts = await Promise.allSettled([
      judges[0].api.judgeReport({ ...target, verdict: 'removed' }),
      judges[1].api.judgeReport({ ...target, verdict: 'removed' }),
    ])
    expect(verdicts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await shown(gameId)).toBe(0)
    expect(await toldOf(author.user)).toMatchObject([
      { kind: 'reviewJudged', notice: true, payload: { gameId, reviewId, verdict: 'removed' } },
    ])
    expect(await author.api.review({ gameId })).toMatchObject({ review: { state: 'removed' }, mayWrite: false })
    expect(await reasonOf(author.api.writeReview({ gameId, recommended: true, text: 'Again' }))).toBe('FORBIDDEN')
    expect(await reasonOf(author.api.removeReview({ gameId }))).toBe('FORBIDDEN')
    expect(await reasonOf(one?.api.reportContent({ ...target, reason: 'spam' }) ?? Promise.resolve())).toBe('NOT_FOUND')
    expect(await reasonOf((await makeCaller(store.deps)).socials.reviewHistory({ reviewId }))).toBe('NOT_FOUND')
    expect((await judges[0].api.reviewHistory({ reviewId })).items).toEqual([])
  })

  it('tells nobody of a review that stands as it stood, and is not for one’s own', async () => {
    const { gameId, target, author } = await reviewed()
    const [one] = await crowd(1)
    await one?.api.reportContent({ ...target, reason: 'spoiler' })
    await store.deps.db.transaction((tx) => tx.update(users).set({ role: 'admin' }).where(eq(users.id, author.user.id)))
    const self = await makeCaller(store.deps, { as: { ...author.user, role: 'admin' } })
    expect(await reasonOf(self.socials.judgeReport({ ...target, verdict: 'kept' }))).toBe('FORBIDDEN')
    await (await moderator()).api.judgeReport({ ...target, verdict: 'kept' })
    expect(await shown(gameId)).toBe(1)
    expect(await toldOf(author.user)).toEqual([])
  })

  it('is of the text that was reported, also once its author took it away or wrote another', async () => {
    const { gameId, target, author } = await reviewed('What was reported')
    const [one] = await crowd(1)
    await one?.api.reportContent({ ...target, reason: 'spam' })
    await author.api.writeReview({ gameId, recommended: true, text: 'Edited meanwhile' })
    await author.api.removeReview({ gameId })
    await author.api.writeReview({ gameId, recommended: true, text: 'All is well' })
    const admin = await moderator()
    const queued = async () => (await admin.api.reports()).items.find(({ targetId }) => targetId === target.targetId)
    expect(await queued()).toMatchObject({
      ...{ excerpt: 'What was reported', review: null, total: 1, accused: { id: author.user.id } },
      voices: [{ reason: 'spam' }],
    })
    await admin.api.judgeReport({ ...target, verdict: 'removed' })
    expect(await queued()).toBeUndefined()
    expect(await shown(gameId)).toBe(1)
    expect(await reasonOf(admin.api.judgeReport({ ...target, verdict: 'removed' }))).toBe('NOT_FOUND')
  })
})

describe('an account that goes', () => {
  it('takes its reviews, votes and open reports along, and the counts follow', async () => {
    const member = await newMember(store.deps)
    const user = { ...member.user, registerDate: new Date(member.user.registerDate) }
    await giveMoney(store.deps, user, 100)
    const game = await makeGame(store.deps.db, { basePrice: 100 })
    await member.mine.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    await member.mine.socials.writeReview({ gameId: game.id, recommended: true, text: 'My secret words' })
    await member.mine.socials.writeReview({ gameId: game.id, recommended: true, text: 'My other words' })
    const liked = await reviewed()
    await member.mine.socials.voteReview({ reviewId: liked.reviewId, helpful: true })
    const hidden = await reviewed()
    await member.mine.socials.reportContent({ ...hidden.target, reason: 'spam', note: 'a note of mine' })
    const others = await crowd(5, [hidden.game])
    for (const { api } of others) await api.reportContent({ ...hidden.target, reason: 'spam' })
    expect(await shown(hidden.gameId)).toBe(0)
    for (const { user } of others)
      await store.deps.db.transaction((tx) => tx.delete(reports).where(eq(reports.reporterId, user.id)))

    const data = JSON.parse(JSON.stringify(await member.mine.auth.exportData()))
    expect(data).toMatchObject({
      reviews: [{ text: 'My other words', game: { slug: game.slug } }],
      earlierReviews: [{ text: 'My secret words' }],
      reviewVotes: [{ reviewId: liked.reviewId, helpful: true }],
      reports: [{ note: 'a note of mine', targetId: hidden.reviewId }],
    })
    await member.mine.auth.deleteAccount({ password: member.password })
    const { db } = store.deps
    expect(await db.$count(reviews, eq(reviews.userId, user.id))).toBe(0)
    expect(await db.$count(reports, eq(reports.reporterId, user.id))).toBe(0)
    expect(await shown(game.id)).toBe(0)
    expect(await shown(hidden.gameId)).toBe(1)
    expect((await liked.author.api.reviews({ gameId: liked.gameId })).items[0]?.helpful).toBe(0)
    expect(await auditReviews(db)).toEqual([])
  })

  it('meets its own writing, votes and reports on their way, and the counts hold', async () => {
    for (let round = 0; round < 4; round++) {
      const member = await newMember(store.deps)
      const { mine, password } = member
      const game = await makeGame(store.deps.db, { basePrice: 0 })
      const gameId = game.id
      await mine.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
      const { id } = await mine.socials.writeReview({ gameId, recommended: true, text: 'One' })
      const other = await reviewed()
      const [one, two] = await crowd(2)
      const outcomes = await Promise.allSettled([
        mine.socials.writeReview({ gameId, recommended: false, text: 'Two' }),
        mine.socials.voteReview({ reviewId: other.reviewId, helpful: true }),
        mine.auth.deleteAccount({ password }),
        mine.socials.reportContent({ ...other.target, reason: 'spam' }),
        one?.api.voteReview({ reviewId: id, helpful: true }),
        one?.api.reportContent({ kind: 'review', targetId: id, reason: 'spam' }),
        two?.api.reportContent({ kind: 'user', targetId: member.user.id, reason: 'abuse' }),
      ])
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? outcome.reason.cause?.reason : []))
      expect(reasons.filter((reason) => reason !== 'NOT_FOUND' && reason !== 'NOT_SIGNED_IN')).toEqual([])
      expect(await shown(gameId)).toBe(0)
      expect(await auditReviews(store.deps.db)).toEqual([])
    }
  })
})
