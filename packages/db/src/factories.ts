import { v7 } from 'uuid'
import type { builds, friendships, games, licences, orders, reviews, threads, users } from './schema/index.ts'

/**
 * Complete rows for tests, the demo and benchmarks: each `buildX(overrides)` names what matters to its caller and leaves the rest
 * to defaults that satisfy every constraint. Nothing is written; ids, addresses and slugs are new each time.
 */
const now = new Date('2026-01-15T00:00:00Z')
const mark = (): string => v7().slice(-12)

/** A confirmed player whose password nobody knows. */
export function buildPerson(overrides: Partial<typeof users.$inferInsert> = {}) {
  return {
    name: 'Robin Reed',
    email: `person-${mark()}@kettle.test`,
    locale: 'en',
    passwordHash: 'none',
    ...overrides,
  } satisfies typeof users.$inferInsert
}

type LocalText = { en: string; ru: string }

/** What a publisher fills in of a game's page: the input of `storage.saveGame`. */
export interface GamePage {
  slug: string
  title: LocalText
  shortDescription: LocalText
  description: LocalText
  developer: string
  publisher: string
  releaseDate: string
  tags: string[]
  platforms: string[]
  /** Minor units. */
  basePrice: number
  published: boolean
}

/** The page of a game that is for sale as soon as it has a build. */
export function buildGamePage(overrides: Partial<GamePage> = {}): GamePage {
  const id = mark()
  const text = (words: string): LocalText => ({ en: `${words} ${id}`, ru: `${words} ${id}` })
  return {
    slug: `game-${id}`,
    title: text('Game'),
    shortDescription: text('A short text'),
    description: text('A long text'),
    developer: 'Somebody',
    publisher: 'Somebody',
    releaseDate: '2026-01-15',
    tags: [],
    platforms: ['any'],
    basePrice: 1000,
    published: true,
    ...overrides,
  }
}

/** A published game. Without a build (`buildBuild`) nobody can buy it. */
export function buildGame(overrides: Partial<typeof games.$inferInsert> = {}) {
  const { published: _, ...page } = buildGamePage()
  return { ...page, publishedAt: now, ...overrides } satisfies typeof games.$inferInsert
}

/** A build that starts. Its content is made up. */
export function buildBuild(
  overrides: Pick<typeof builds.$inferInsert, 'gameId'> & Partial<typeof builds.$inferInsert>,
) {
  return {
    platform: 'any',
    version: `0.0.0-${mark()}`,
    manifestSha256: 'ab'.repeat(32),
    installBytes: 1,
    downloadBytes: 1,
    fileCount: 1,
    launch: [{ platform: 'any', name: 'Play', kind: 'html', path: 'index.html', args: [] }],
    createdAt: now,
    ...overrides,
  } satisfies typeof builds.$inferInsert
}

/** A card order for a game, or, without one, a top-up; waiting until `status` says more. Amounts are minor units. */
export function buildOrder(
  overrides: Pick<typeof orders.$inferInsert, 'userId'> & Partial<typeof orders.$inferInsert>,
) {
  return {
    kind: overrides.gameId ? 'purchase' : 'top_up',
    method: 'card',
    amount: 1000,
    currency: 'USD',
    idempotencyKey: mark(),
    createdAt: now,
    ...overrides,
  } satisfies typeof orders.$inferInsert
}

/** Somebody's licence of a game. */
export function buildLicence(
  overrides: Pick<typeof licences.$inferInsert, 'userId' | 'gameId'> & Partial<typeof licences.$inferInsert>,
) {
  return { acquiredAt: now, ...overrides } satisfies typeof licences.$inferInsert
}

/** Two people as the tables of pairs want them: the smaller id first. */
const pair = (one: string, other: string) =>
  one < other ? { lowId: one, highId: other } : { lowId: other, highId: one }

/** A request of `from` to `to`; a friendship where `acceptedAt` says since when. */
export function buildFriendship(from: string, to: string, overrides: Partial<typeof friendships.$inferInsert> = {}) {
  return {
    ...pair(from, to),
    requestedBy: from,
    requestedAt: now,
    ...overrides,
  } satisfies typeof friendships.$inferInsert
}

/** The conversation of two people, in which nothing was said. */
export function buildThread(one: string, other: string, overrides: Partial<typeof threads.$inferInsert> = {}) {
  return { ...pair(one, other), ...overrides } satisfies typeof threads.$inferInsert
}

/** A review that recommends a game. */
export function buildReview(
  overrides: Pick<typeof reviews.$inferInsert, 'userId' | 'gameId'> & Partial<typeof reviews.$inferInsert>,
) {
  return {
    recommended: true,
    text: 'Well worth an evening.',
    language: 'en',
    playtimeSeconds: 3600,
    createdAt: now,
    ...overrides,
  } satisfies typeof reviews.$inferInsert
}
