import {
  addBuild,
  buy,
  type Deps,
  DomainError,
  hashPassword,
  promote,
  type SignedInUser,
  saveGame,
  settleOrder,
  topUp,
} from '@kettle/api'
import { channels, discounts, games, jobs, orders, playSessions, users } from '@kettle/db'
import { buildBuild, buildPerson } from '@kettle/db/factories'
import type { DepotStore } from '@kettle/depot'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { saveDrawing } from '../adapters/pictures.ts'
import { type DemoGame, demoGames } from './demo/catalogue.ts'
import { makeBuild } from './demo/make-build.ts'
import { demoBuyers, demoLibrary } from './demo/people.ts'
import { addressOf, plannedReviews } from './demo/planned-reviews.ts'
import { plannedPurchases } from './demo/purchases.ts'
import { plannedDiscounts } from './demo/sales.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { seedFriends } from './seed-friends.ts'
import { seedReviews } from './seed-reviews.ts'

export interface SeedFolders {
  pictures: string
  depot: DepotStore
}

const DAY_MS = 24 * 3600_000
/** The demo people were here before any of their purchases. */
const FIRST_DAY = 365
/** What is done side by side; more of it would only wait for connections. */
const AT_ONCE = 9

/** Fills the store with the demo's people, games, builds, purchases, reviews and talk. Broken off, it can be called again: what is there stays. */
export async function seed(
  deps: Deps,
  folders: SeedFolders,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const now = deps.clock.now()
  const passwordHash = await hashPassword(demoPassword)
  const known = { passwordHash, registerDate: daysBefore(now, FIRST_DAY) }
  const publisher = await makePerson(deps, { ...demoPeople.publisher, ...known })
  const player = await makePerson(deps, { ...demoPeople.player, ...known })
  await makePerson(deps, { ...demoPeople.moderator, ...known })

  let done = 0
  const ids = new Map<string, string>()
  await sideBySide(demoGames, async (game) => {
    ids.set(game.slug, await makeGame(deps, folders, publisher, game, now))
    onProgress(++done, demoGames.length)
  })
  const shop = (slug: string): string => {
    const id = ids.get(slug)
    if (!id) throw new Error(`${slug} was not made`)
    return id
  }

  const buyers = new Map<string, SignedInUser>()
  const purchasePlan = plannedPurchases(demoGames, demoBuyers)
  await sideBySide([...purchasePlan], async ([person, purchases]) => {
    const { name, email, locale } = person
    const { registerDate } = known
    const buyer = await makePerson(deps, buildPerson({ name, email, locale, registerDate }))
    buyers.set(addressOf(person), buyer)
    const at = on(deps, daysBefore(now, FIRST_DAY - 1))
    await fillWallet(at, buyer, 'seed-buyer', 50_000)
    for (const { slug, daysAgo } of purchases) await own(on(deps, daysBefore(now, daysAgo)), buyer, shop(slug), slug)
  })
  await stockPlayer(deps, player, shop, now)
  await sideBySide([...plannedReviews(purchasePlan)], ([slug, planned]) =>
    seedReviews(deps, publisher, buyers, { gameId: shop(slug), planned }),
  )
  await seedFriends(deps, player, buyers)
  await forgetJobs(deps, [player, ...buyers.values()])
}

/** The demo player owns some games already, and plays them. */
async function stockPlayer(deps: Deps, player: SignedInUser, shop: (slug: string) => string, now: Date): Promise<void> {
  await fillWallet(on(deps, daysBefore(now, FIRST_DAY - 1)), player, 'seed-player-wallet', 9_500)
  for (const { slug, boughtDaysAgo, sittings } of demoLibrary) {
    const gameId = shop(slug)
    await own(on(deps, daysBefore(now, boughtDaysAgo)), player, gameId, slug)
    const mine = and(eq(playSessions.userId, player.id), eq(playSessions.gameId, gameId))
    const [played] = await deps.db.select({ id: playSessions.id }).from(playSessions).where(mine).limit(1)
    if (played) continue
    const rows = sittings.map(([daysAgo, minutes]) => {
      const startedAt = daysBefore(now, daysAgo)
      const endedAt = new Date(startedAt.getTime() + minutes * 60_000)
      return { userId: player.id, gameId, startedAt, lastHeardAt: endedAt, endedAt }
    })
    await deps.db.transaction((tx) => tx.insert(playSessions).values(rows))
  }
}

/** Nobody waits for a receipt of an invented purchase, nor for a payment that came long ago. */
async function forgetJobs(deps: Deps, people: readonly SignedInUser[]): Promise<void> {
  const ids = people.map(({ id }) => id)
  await deps.db.transaction((tx) =>
    tx.delete(jobs).where(
      and(
        inArray(jobs.kind, ['send-receipt', 'close-order']),
        inArray(
          sql`${jobs.payload} ->> 'orderId'`,
          tx
            .select({ id: sql`${orders.id}::text` })
            .from(orders)
            .where(inArray(orders.userId, ids)),
        ),
      ),
    ),
  )
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/** The same store at another moment. */
const on = (deps: Deps, moment: Date): Deps => ({ ...deps, clock: { now: () => moment } })

/** Some at a time; each begins as soon as one before it is done. After a failure none begins, and those at work are waited for. */
async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const workOff = async (): Promise<void> => {
    try {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
    } finally {
      waiting.length = 0
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, workOff))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function makePerson(deps: Deps, person: typeof users.$inferInsert): Promise<SignedInUser> {
  await deps.db.transaction((tx) => tx.insert(users).values(person).onConflictDoNothing())
  const [row] = await deps.db.select().from(users).where(eq(users.email, person.email))
  if (!row) throw new Error(`${person.email} was not made`)
  return row
}

/** Play money, by the way that all money comes in. */
async function fillWallet(deps: Deps, user: SignedInUser, idempotencyKey: string, amount: number): Promise<void> {
  const { orderId } = await topUp(deps, user.id, { amount, idempotencyKey })
  const { currency } = deps.settings
  const event = { type: 'payment', id: `${orderId}:paid`, orderId, outcome: 'paid', amount, currency } as const
  await settleOrder(deps, deps.payments.name, event)
}

async function own(deps: Deps, user: SignedInUser, gameId: string, slug: string): Promise<void> {
  await buy(deps, user.id, { gameId, method: 'wallet', idempotencyKey: `seed-${slug}` }).catch((error: unknown) => {
    // Bought by an earlier seed, and given back since.
    const there = ['ALREADY_OWNED', 'IDEMPOTENCY_KEY_REUSED']
    if (!(error instanceof DomainError && there.includes(error.reason))) throw error
  })
}

async function makeGame(
  deps: Deps,
  folders: SeedFolders,
  publisher: SignedInUser,
  game: DemoGame,
  now: Date,
): Promise<string> {
  const { slug, title, shortDescription, description, developer, tags, platforms, price } = game
  const releasedAt = daysBefore(now, game.releasedDaysAgo)
  const released = on(deps, releasedAt)
  const releaseDate = releasedAt.toISOString().slice(0, 10)
  const [known] = await deps.db
    .select({ id: games.id, revision: games.revision })
    .from(games)
    .where(eq(games.slug, slug))
  const { id: gameId } = await saveGame(released, publisher, {
    ...{ ...known, slug, title, shortDescription, description, developer, publisher: game.publisher, releaseDate },
    ...{ tags, platforms: [...platforms], basePrice: price, published: true },
  })
  const draw = (picture: () => string): Promise<string> => saveDrawing(folders.pictures, picture())
  const cover = await draw(game.cover)
  const header = await draw(game.header)
  const screenshots = await Promise.all(game.screenshots.map(draw))
  const { genres, languages, ageMark, requirements } = game
  await deps.db.transaction(async (tx) => {
    await tx
      .update(games)
      .set({ cover, header, screenshots, genres, languages, ageMark, requirements })
      .where(eq(games.id, gameId))
    const [planned] = await tx.select({ id: discounts.id }).from(discounts).where(eq(discounts.gameId, gameId)).limit(1)
    const sales = plannedDiscounts(game, now).map((sale) => ({ ...sale, gameId }))
    if (!planned && sales.length > 0) await tx.insert(discounts).values(sales)
  })
  const [given] = await deps.db.select().from(channels).where(eq(channels.gameId, gameId)).limit(1)
  if (!given) {
    const playable = demoGames.filter(({ build }) => build)
    const made = await makeBuild(deps.db, folders.depot, game, playable)
    const version = game.build?.version ?? '0.1.0-title-screen'
    const notes = game.build ? `${game.build.notes.en}\n\n${game.build.notes.ru}` : ''
    const build = buildBuild({ ...made, gameId, version, notes, createdBy: publisher.id, createdAt: releasedAt })
    const buildId = await deps.db.transaction((tx) => addBuild(tx, build))
    await promote(released, publisher, { buildId, channel: 'stable' })
  }
  return gameId
}
