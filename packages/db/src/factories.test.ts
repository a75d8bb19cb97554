import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import {
  buildBuild,
  buildFriendship,
  buildGame,
  buildLicence,
  buildOrder,
  buildPerson,
  buildReview,
  buildThread,
} from './factories.ts'
import { builds, friendships, games, licences, orders, reviews, threads, users } from './index.ts'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.close())

it('builds rows that the database takes, as often as they are asked for', async () => {
  const people = [buildPerson(), buildPerson(), buildPerson({ name: 'Анна', locale: 'ru' })]
  const made = await database.db.transaction(async (tx) => {
    const [one, two, three] = await tx.insert(users).values(people).returning()
    const [game, free] = await tx
      .insert(games)
      .values([buildGame(), buildGame({ basePrice: 0 })])
      .returning()
    if (!one || !two || !three || !game || !free) throw new Error('people and games were made')
    const gameId = game.id
    await tx.insert(builds).values([buildBuild({ gameId }), buildBuild({ gameId }), buildBuild({ gameId: free.id })])
    await tx.insert(licences).values([one, two].map(({ id: userId }) => buildLicence({ userId, gameId })))
    await tx
      .insert(orders)
      .values([buildOrder({ userId: one.id }), buildOrder({ userId: one.id, gameId }), buildOrder({ userId: two.id })])
    await tx.insert(reviews).values([one, two].map(({ id: userId }) => buildReview({ userId, gameId })))
    // In both orders of the ids.
    await tx.insert(friendships).values([buildFriendship(one.id, two.id), buildFriendship(three.id, one.id)])
    await tx.insert(threads).values([buildThread(one.id, two.id), buildThread(three.id, one.id)])
    return { three, free }
  })
  expect(made.three).toMatchObject({ name: 'Анна', locale: 'ru' })
  expect(made.free.basePrice).toBe(0)
  expect(await database.db.select({ kind: orders.kind }).from(orders)).toEqual(
    expect.arrayContaining([{ kind: 'top_up' }, { kind: 'purchase' }]),
  )
})
