import { blocks, gameStats, inboxEvents, type reviews as table } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { auditReviews } from '../testing/audit-reviews.ts'
import { makeCaller, makeGame } from '../testing/index.ts'
import { makeReviewer } from '../testing/reviewer.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const free = (fields: { ownerId?: string } = {}) => makeGame(store.deps.db, { basePrice: 0, ...fields })
const visitor = async () => (await makeCaller(store.deps)).socials

/** What game_stats says: reviews in the open, those that recommend, percent. */
async function statsOf(gameId: string) {
  const [row] = await store.deps.db.select().from(gameStats).where(eq(gameStats.gameId, gameId))
  return [row?.reviewCount, row?.reviewPositive, row?.rating]
}

/** A free game with one review of it. */
async function reviewed(fields: Partial<typeof table.$inferSelect> = {}) {
  const game = await free()
  const author = await makeReviewer(store.deps, [game])
  const { recommended = true, text = 'Warm and short.' } = fields
  const review = await author.api.writeReview({ gameId: game.id, recommended, text })
  return { game, gameId: game.id, author, review, reviewId: review.id }
}

afterEach(async () => {
  expect(await auditReviews(store.deps.db)).toEqual([])
})

describe('socials.writeReview', () => {
  it('is for owners only, and says so before it says anything else', async () => {
    const game = await free()
    const write = { gameId: game.id, recommended: true, text: 'Fine' }
    const stranger = await makeReviewer(store.deps, [])
    expect(await reasonOf((await visitor()).writeReview(write))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(stranger.api.writeReview(write))).toBe('NOT_OWNED')
    expect(await reasonOf(stranger.api.writeReview({ ...write, gameId: crypto.randomUUID() }))).toBe('NOT_OWNED')
    expect(await stranger.api.review({ gameId: game.id })).toEqual({ review: null, mayWrite: false, mayReply: false })
    expect(await statsOf(game.id)).toEqual([0, 0, null])
  })

  it('is not for the publisher of the game', async () => {
    const owner = await makeReviewer(store.deps, [], { role: 'publisher' })
    const game = await free({ ownerId: owner.user.id })
    await owner.whole.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    expect(await owner.api.review({ gameId: game.id })).toEqual({ review: null, mayWrite: false, mayReply: true })
    expect(await reasonOf(owner.api.writeReview({ gameId: game.id, recommended: true, text: 'Best' }))).toBe(
      'FORBIDDEN',
    )
  })

  it.each<[string, unknown, string]>([
    ['nothing', '', 'TEXT_REQUIRED'],
    ['blanks', ' \n\t ', 'TEXT_REQUIRED'],
    ['what can’t be seen', '\u200B\u202E\u0000\uFEFF', 'TEXT_REQUIRED'],
    ['too much', 'я'.repeat(8001), 'TEXT_TOO_LONG'],
    ['far too much', 'x'.repeat(100_000), 'TEXT_TOO_LONG'],
    ['no text', 12, 'TEXT_REQUIRED'],
  ])('refuses %s', async (_name, text, word) => {
    const game = await free()
    const { api } = await makeReviewer(store.deps, [game])
    const write = api.writeReview({ gameId: game.id, recommended: true, text: text as string })
    await expect(write).rejects.toMatchObject({ cause: { reason: 'INVALID_INPUT', fields: { text: word } } })
  })

  it('cleans the words, knows their language, and keeps 8,000 of them', async () => {
    const game = await free()
    const { api } = await makeReviewer(store.deps, [game])
    const review = await api.writeReview({
      ...{ gameId: game.id, recommended: false, text: '  <b>Ёлка\u202E</b>\r\nи чай\u0000  ' },
    })
    expect(review).toMatchObject({ text: '<b>Ёлка</b>\nи чай', language: 'ru', recommended: false, mine: true })
    expect((await api.writeReview({ gameId: game.id, recommended: true, text: 'x'.repeat(8000) })).language).toBe('en')
    expect((await api.writeReview({ gameId: game.id, recommended: true, text: 'ok', language: 'ru' })).language).toBe(
      'ru',
    )
  })

  it('keeps one per person and game, with its earlier words, and takes the same words again as no edit', async () => {
    const { gameId, author, review, reviewId } = await reviewed()
    store.deps.clock.pass({ seconds: 60 })
    const again = await author.api.writeReview({ gameId, recommended: true, text: ' Warm and short. ' })
    expect(again).toEqual(review)
    expect((await author.api.reviewHistory({ reviewId })).items).toEqual([])

    const edited = await author.api.writeReview({ gameId, recommended: false, text: 'Cold by now.' })
    expect(edited).toMatchObject({ id: reviewId, editedAt: store.deps.clock.now().toISOString(), state: 'shown' })
    expect(edited.createdAt).toBe(review.createdAt)
    expect(await statsOf(gameId)).toEqual([1, 0, 0])
    store.deps.clock.pass({ seconds: 60 })
    await author.api.writeReview({ gameId, recommended: false, text: 'Cold, and long.' })
    expect((await (await visitor()).reviewHistory({ reviewId })).items).toEqual([
      { recommended: false, text: 'Cold by now.', writtenAt: edited.editedAt },
      { recommended: true, text: 'Warm and short.', writtenAt: review.createdAt },
    ])
  })

  it('notes how long its author had played', async () => {
    const game = await free()
    const { api, whole } = await makeReviewer(store.deps, [game])
    const { playSessionId } = await whole.library.startPlaying({ gameId: game.id })
    store.deps.clock.pass({ seconds: 80 })
    await whole.library.stopPlaying({ playSessionId })
    expect(await api.writeReview({ gameId: game.id, recommended: true, text: 'Yes' })).toMatchObject({
      playtimeSeconds: 80,
    })
  })

  it('makes one of ten at once, and counts it once', async () => {
    const game = await free()
    const { api } = await makeReviewer(store.deps, [game])
    const written = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        api.writeReview({ gameId: game.id, recommended: i % 2 === 0, text: `Thought ${i}` }),
      ),
    )
    expect(new Set(written.map(({ id }) => id)).size).toBe(1)
    const { items } = await api.reviews({ gameId: game.id })
    expect(items).toHaveLength(1)
    expect((await api.reviewHistory({ reviewId: written[0]?.id ?? '' })).items).toHaveLength(9)
    expect(await statsOf(game.id)).toEqual([1, Number(items[0]?.recommended), items[0]?.recommended ? 100 : 0])
  })

  it('is limited', async () => {
    const { gameId, author } = await reviewed()
    for (let i = 1; i < 20; i++) await author.api.writeReview({ gameId, recommended: true, text: `${i}` })
    expect(await reasonOf(author.api.writeReview({ gameId, recommended: true, text: 'more' }))).toBe('RATE_LIMITED')
  })

  it('leaves the review of a game given back, marked', async () => {
    const { gameId, author } = await reviewed()
    await author.whole.payments.refund({ gameId })
    expect((await (await visitor()).reviews({ gameId })).items).toMatchObject([{ refunded: true }])
    expect(await author.api.review({ gameId })).toMatchObject({ review: { refunded: true }, mayWrite: false })
    expect(await reasonOf(author.api.writeReview({ gameId, recommended: false, text: 'Bad' }))).toBe('NOT_OWNED')
    await author.api.removeReview({ gameId })
    expect(await statsOf(gameId)).toEqual([0, 0, null])
  })
})

describe('socials.removeReview', () => {
  it('takes one’s own away, once, with all that hung on it', async () => {
    const { gameId, author, reviewId } = await reviewed()
    const other = await makeReviewer(store.deps, [])
    await other.api.voteReview({ reviewId, helpful: true })
    await author.api.writeReview({ gameId, recommended: false, text: 'Otherwise' })
    expect(await reasonOf(other.api.removeReview({ gameId }))).toBe('NOT_FOUND')
    expect(await reasonOf((await visitor()).removeReview({ gameId }))).toBe('NOT_SIGNED_IN')
    const removed = await Promise.allSettled(Array.from({ length: 4 }, () => author.api.removeReview({ gameId })))
    expect(removed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await statsOf(gameId)).toEqual([0, 0, null])
    expect(await reasonOf(author.api.reviewHistory({ reviewId }))).toBe('NOT_FOUND')
  })
})

describe('socials.reviews', () => {
  it('sorts, filters and pages without losing or doubling any', async () => {
    const game = await free()
    const people = await Promise.all(Array.from({ length: 7 }, () => makeReviewer(store.deps, [game])))
    const ids: string[] = []
    for (const [i, { api, whole }] of people.entries()) {
      const { playSessionId } = await whole.library.startPlaying({ gameId: game.id })
      // Three of them alike, so that the id decides.
      store.deps.clock.pass({ seconds: i < 3 ? 10 : 10 * i })
      await whole.library.stopPlaying({ playSessionId })
      const text = i % 2 ? `Words ${i}` : `Слова ${i}`
      ids.push((await api.writeReview({ gameId: game.id, recommended: i !== 4, text })).id)
    }
    for (const voter of people.slice(1, 4)) await voter.api.voteReview({ reviewId: ids[0] ?? '', helpful: true })
    for (const voter of people.slice(1, 3)) await voter.api.voteReview({ reviewId: ids[5] ?? '', helpful: false })
    const api = await visitor()
    const walk = async (sort: 'helpful' | 'new' | 'playtime', more = {}) => {
      const found: number[] = []
      let cursor: string | null | undefined
      do {
        const page = await api.reviews({ gameId: game.id, sort, cursor, limit: 2, ...more })
        found.push(...page.items.map(({ id }) => ids.indexOf(id)))
        cursor = page.nextCursor
      } while (cursor)
      return found
    }
    expect(await walk('new')).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await walk('helpful')).toEqual([0, 6, 4, 3, 2, 1, 5])
    expect(await walk('playtime')).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await walk('new', { language: 'en' })).toEqual([5, 3, 1])
    expect(await walk('helpful', { recommended: false })).toEqual([4])
    expect((await api.reviews({ gameId: game.id, limit: 2 })).items).toHaveLength(2)
    expect(await api.reviewSummary({ gameId: game.id })).toEqual({
      ...{ total: 7, positive: 6, recent: { total: 7, positive: 6 } },
      languages: [
        { language: 'ru', total: 4, positive: 3 },
        { language: 'en', total: 3, positive: 3 },
      ],
    })
    store.deps.clock.pass({ seconds: 31 * 24 * 3600 })
    expect((await api.reviewSummary({ gameId: game.id })).recent).toEqual({ total: 0, positive: 0 })
  })

  it('names its author, never by address', async () => {
    const { gameId, author } = await reviewed()
    const answer = await (await visitor()).reviews({ gameId })
    const { id, name } = author.user
    expect(answer.items[0]).toMatchObject({
      author: { id, name, avatar: `/avatars/${id}.svg` },
      mine: false,
      vote: null,
    })
    expect(JSON.stringify(answer)).not.toContain(author.user.email)
    expect((await author.api.reviews({ gameId })).items[0]?.mine).toBe(true)
  })

  it('is empty for a game without any, and refuses what is no cursor', async () => {
    const api = await visitor()
    expect(await api.reviews({ gameId: crypto.randomUUID() })).toEqual({ items: [], nextCursor: null })
    for (const cursor of ['x', Buffer.from('[1,"x"]').toString('base64url'), Buffer.from('{}').toString('base64url')])
      expect(await reasonOf(api.reviews({ gameId: crypto.randomUUID(), cursor }))).toBe('INVALID_INPUT')
  })

  it('is silent between people of whom one has blocked the other', async () => {
    const { gameId, author, reviewId } = await reviewed()
    const blocked = await makeReviewer(store.deps, [])
    const blocker = await makeReviewer(store.deps, [])
    const at = store.deps.clock.now()
    await store.deps.db.transaction((tx) =>
      tx.insert(blocks).values([
        { blockerId: author.user.id, blockedId: blocked.user.id, blockedAt: at },
        { blockerId: blocker.user.id, blockedId: author.user.id, blockedAt: at },
      ]),
    )
    for (const { api } of [blocked, blocker]) {
      expect((await api.reviews({ gameId })).items).toEqual([])
      expect(await reasonOf(api.voteReview({ reviewId, helpful: true }))).toBe('NOT_FOUND')
      expect(await reasonOf(api.reviewHistory({ reviewId }))).toBe('NOT_FOUND')
    }
    expect((await (await visitor()).reviews({ gameId })).items).toHaveLength(1)
  })
})

describe('socials.voteReview', () => {
  it('counts one vote a person, changed and taken back at will', async () => {
    const { gameId, author, reviewId } = await reviewed()
    const { api } = await makeReviewer(store.deps, [])
    expect(await reasonOf((await visitor()).voteReview({ reviewId, helpful: true }))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(author.api.voteReview({ reviewId, helpful: true }))).toBe('FORBIDDEN')
    expect(await reasonOf(api.voteReview({ reviewId: crypto.randomUUID(), helpful: true }))).toBe('NOT_FOUND')
    for (const helpful of [true, true, false, null, null, true]) await api.voteReview({ reviewId, helpful })
    expect((await api.reviews({ gameId })).items).toMatchObject([{ helpful: 1, unhelpful: 0, vote: true }])
    expect((await author.api.reviews({ gameId })).items).toMatchObject([{ helpful: 1, unhelpful: 0, vote: null }])
  })

  it('is exact when many vote at once, each of them several times', async () => {
    const { reviewId } = await reviewed()
    const voters = await Promise.all(Array.from({ length: 12 }, () => makeReviewer(store.deps, [])))
    await Promise.all(
      voters.flatMap(({ api }, i) => [
        api.voteReview({ reviewId, helpful: true }),
        api.voteReview({ reviewId, helpful: i % 2 === 0 }),
        api.voteReview({ reviewId, helpful: null }),
      ]),
    )
    await Promise.all(voters.map(({ api }, i) => api.voteReview({ reviewId, helpful: i < 9 })))
    const last = await voters[0]?.api.voteReview({ reviewId, helpful: null })
    expect(last).toEqual({ helpful: 8, unhelpful: 3, vote: null })
  })
})

describe('socials.replyToReview', () => {
  it('is the game’s publisher’s alone; the author is told of the first', async () => {
    const owner = await makeReviewer(store.deps, [], { role: 'publisher' })
    const other = await makeReviewer(store.deps, [], { role: 'publisher' })
    const admin = await makeReviewer(store.deps, [], { role: 'admin' })
    const game = await free({ ownerId: owner.user.id })
    const author = await makeReviewer(store.deps, [game])
    const { id: reviewId } = await author.api.writeReview({ gameId: game.id, recommended: false, text: 'It stutters.' })
    const reply = { reviewId, text: 'Mended in 1.2.' }
    expect(await reasonOf(author.api.replyToReview(reply))).toBe('FORBIDDEN')
    for (const { api } of [other, admin]) expect(await reasonOf(api.replyToReview(reply))).toBe('NOT_FOUND')
    await owner.api.replyToReview(reply)
    store.deps.clock.pass({ seconds: 5 })
    await owner.api.replyToReview(reply)
    await owner.api.replyToReview({ reviewId, text: 'Mended in 1.3.' })
    const at = store.deps.clock.now().toISOString()
    expect((await author.api.reviews({ gameId: game.id })).items[0]?.reply).toEqual({ text: 'Mended in 1.3.', at })
    const told = await store.deps.db.select().from(inboxEvents).where(eq(inboxEvents.userId, author.user.id))
    expect(told).toMatchObject([
      { kind: 'reviewReply', notice: true, payload: { gameId: game.id, slug: game.slug, reviewId } },
    ])
    expect(await author.api.notices()).toMatchObject({ unseen: 1, items: [{ kind: 'reviewReply' }] })
    expect(await owner.api.replyToReview({ reviewId, text: null })).toEqual({ reply: null })
    expect(await author.api.notices()).toMatchObject({ unseen: 0, items: [] })
    expect((await author.api.reviews({ gameId: game.id })).items[0]?.reply).toBeNull()
    expect(await reasonOf(owner.api.replyToReview({ reviewId, text: ' \u200B ' }))).toBe('INVALID_INPUT')
  })
})

describe('a game’s counts', () => {
  it('are right whatever happens at once', async () => {
    const game = await free()
    const admin = await makeReviewer(store.deps, [], { role: 'admin' })
    const people = await Promise.all(Array.from({ length: 8 }, () => makeReviewer(store.deps, [game])))
    const gameId = game.id
    await Promise.all(people.map(({ api }, i) => api.writeReview({ gameId, recommended: i % 3 > 0, text: `${i}` })))
    const { items } = await admin.api.reviews({ gameId })
    const outcomes = await Promise.allSettled([
      ...people.flatMap(({ api }, i) => [
        api.writeReview({ gameId, recommended: i % 2 > 0, text: `${i} again` }),
        i < 4 ? api.removeReview({ gameId }) : api.writeReview({ gameId, recommended: true, text: `${i} more` }),
        ...items.slice(0, 3).map(({ id }) => api.reportContent({ kind: 'review', targetId: id, reason: 'spam' })),
        ...items.slice(3, 5).map(({ id }) => api.voteReview({ reviewId: id, helpful: i > 2 })),
      ]),
      ...items
        .slice(0, 3)
        .map(({ id }, i) => admin.api.judgeReport({ kind: 'review', targetId: id, verdict: i ? 'removed' : 'kept' })),
    ])
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? outcome.reason.cause?.reason : []))
    expect(reasons.filter((reason) => reason !== 'NOT_FOUND' && reason !== 'FORBIDDEN')).toEqual([])
    expect(await auditReviews(store.deps.db)).toEqual([])
  })

  it('are seen to be wrong when they are', async () => {
    const { gameId } = await reviewed()
    const miscount = (by: number) =>
      store.deps.db.transaction((tx) =>
        tx.update(gameStats).set({ reviewCount: by }).where(eq(gameStats.gameId, gameId)),
      )
    await miscount(2)
    expect(await auditReviews(store.deps.db)).toHaveLength(1)
    await miscount(1)
  })
})
