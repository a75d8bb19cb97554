import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit, auditReviews, createTestDeps, makeCaller } from '@kettle/api/testing'
import {
  channels,
  discounts,
  friendships,
  games,
  jobs,
  licences,
  messages,
  playSessions,
  reports,
  reviewEdits,
  reviews,
  reviewVotes,
  users,
} from '@kettle/db'
import { createTestDatabase } from '@kettle/db/testing'
import { diskStore } from '@kettle/depot'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { demoGames } from './demo/catalogue.ts'
import { demoBuyers } from './demo/people.ts'
import { demoReviews } from './demo/reviews.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { seed } from './seed.ts'

const plannedTotal = Object.values(demoReviews).reduce((sum, reviews) => sum + reviews.length, 0)

let root: string
let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kettle-seed-'))
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(async () => {
  await database.close()
  await rm(root, { recursive: true, force: true })
})

const folders = () => ({ pictures: join(root, 'pictures'), depot: diskStore(join(root, 'depot')) })

async function counts(): Promise<Record<string, number>> {
  const tables = {
    games,
    channels,
    discounts,
    users,
    licences,
    playSessions,
    jobs,
    reviews,
    reviewEdits,
    reviewVotes,
    reports,
    friendships,
    messages,
  }
  const rows = Object.entries(tables).map(async ([name, table]) => [name, await database.db.$count(table)] as const)
  const pictures = (await readdir(folders().pictures)).length
  return { ...Object.fromEntries(await Promise.all(rows)), pictures }
}

test('a broken-off seed is gone on with, and once more changes nothing', async () => {
  const deps = createTestDeps(database.db)
  const cable = (done: number) => {
    if (done === 11) throw new Error('the cable was pulled')
  }
  await expect(seed(deps, folders(), cable)).rejects.toThrow('the cable was pulled')
  expect((await counts()).games).toBeLessThan(demoGames.length)

  const told: number[] = []
  await seed(deps, folders(), (done) => told.push(done))
  expect(told).toEqual(demoGames.map((_, i) => i + 1))
  const filled = await counts()
  expect(filled).toMatchObject({ games: demoGames.length, channels: demoGames.length, users: demoBuyers.length + 3 })
  expect(filled.licences).toBe(demoGames.reduce((sum, game) => sum + game.buyers, 0) + 3)
  // Nobody is mailed about what never happened.
  expect(filled.jobs).toBe(0)

  await seed(deps, folders(), () => {})
  expect(await counts()).toEqual(filled)
  expect(await audit(database.db)).toEqual([])
  expect(await auditReviews(database.db)).toEqual([])
})

test('each row of the filled store is alive, and the demo player owns and has played', async () => {
  const deps = createTestDeps(database.db)
  const visitor = await makeCaller(deps)
  const logIn = await visitor.auth.login({ email: demoPeople.player.email, password: demoPassword })
  if (!('token' in logIn) || !logIn.token) throw new Error('the demo player has no second factor')
  const player = await makeCaller(deps, { token: logIn.token })

  const store = await player.search.storefront()
  for (const row of ['new', 'popular', 'recommended'] as const) expect(store[row].length, row).toBe(12)
  expect(store.discounted).toHaveLength(7)
  const slugs = (row: { slug: string }[]) => row.slice(0, 6).map(({ slug }) => slug)
  expect(slugs(store.popular).filter((slug) => slugs(store.new).includes(slug)).length).toBeLessThanOrEqual(3)

  const library = await player.library.list()
  expect(library).toHaveLength(3)
  for (const { playtimeSeconds } of library) expect(playtimeSeconds).toBeGreaterThan(1800)
})

test('players say something of each game, in both languages and not all of them kindly, and moderators have something to judge', async () => {
  const deps = createTestDeps(database.db)
  const visitor = await makeCaller(deps)
  const counts = { total: 0, positive: 0, ru: 0, replies: 0, edited: 0, refunded: 0 }
  for (const { slug, developer } of demoGames) {
    const { id: gameId, rating, reviewCount } = await visitor.search.game({ slug })
    const { items } = await visitor.socials.reviews({ gameId, sort: 'new' })
    expect(items.length, developer).toBeGreaterThanOrEqual(3)
    expect(reviewCount).toBe(items.length)
    expect(rating).toBeGreaterThan(30)
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    )
    for (const { recommended, language, reply, editedAt, refunded, playtimeSeconds } of items) {
      expect(playtimeSeconds).toBeGreaterThan(0)
      counts.total++
      counts.positive += Number(recommended)
      counts.ru += Number(language === 'ru')
      counts.replies += Number(reply !== null)
      counts.edited += Number(editedAt !== null)
      counts.refunded += Number(refunded)
    }
  }
  expect(counts).toMatchObject({ total: plannedTotal, edited: 1, refunded: 1 })
  for (const part of [counts.positive, counts.ru]) {
    expect(part / counts.total).toBeGreaterThan(0.4)
    expect(part / counts.total).toBeLessThan(0.85)
  }
  expect(counts.replies).toBeGreaterThan(20)

  const logIn = await visitor.auth.login({ email: demoPeople.moderator.email, password: demoPassword })
  if (!('token' in logIn) || !logIn.token) throw new Error('the demo moderator has no second factor')
  const moderator = await makeCaller(deps, { token: logIn.token })
  expect((await moderator.socials.reports()).items).toMatchObject([{ kind: 'review' }, { kind: 'review' }])
})

test('the demo player has friends who bought something lately, somebody who waits, and words unread', async () => {
  const deps = createTestDeps(database.db)
  const [player] = await database.db.select().from(users).where(eq(users.email, demoPeople.player.email))
  if (!player) throw new Error('there is no demo player')
  const api = await makeCaller(deps, { as: player, locale: 'ru' })
  const { friends, incoming, outgoing } = await api.socials.friends()
  expect([friends.length, incoming.length, outgoing.length]).toEqual([5, 1, 1])
  expect((await api.search.storefront()).friendsRecent.length).toBeGreaterThan(3)
  const { items, unread } = await api.socials.threads()
  expect([items.length, unread > 0]).toEqual([3, true])
  expect((await api.socials.activity()).items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['bought', 'reviewed']),
  )
})
