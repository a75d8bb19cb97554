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
import { discounts, games, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { saveDrawing } from '../adapters/pictures.ts'
import { ingestFolderInWorker } from '../adapters/worker-ingest.ts'
import { type DemoGame, demoGames } from './demo/catalogue.ts'

/** The log-ins that the demo store comes with. */
export const demoPassword = 'kettle-on-the-stove'
export const demoPeople = {
  player: { name: 'Masha', email: 'player@kettle.test', role: 'player' },
  publisher: { name: 'Copper Lid Games', email: 'publisher@kettle.test', role: 'publisher' },
} as const

export interface SeedFolders {
  pictures: string
  depotDir: string
  databaseUrl: string
}

const DAY_MS = 24 * 3600_000

/** Fills the store with the demo's people, games, builds and purchases. Broken off, it can be called again: what is there stays. */
export async function seed(
  deps: Deps,
  folders: SeedFolders,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const publisher = await makePerson(deps, { ...demoPeople.publisher, passwordHash })
  const player = await makePerson(deps, { ...demoPeople.player, passwordHash })
  await fillWallet(deps, player, 'seed-player', 5_000)
  const buyerCount = Math.max(...demoGames.map((game) => game.popularity))
  const buyers: SignedInUser[] = []
  for (let number = 1; number <= buyerCount; number++) {
    const buyer = await makePerson(deps, {
      name: `Buyer ${number}`,
      email: `buyer-${number}@kettle.test`,
      role: 'player',
      passwordHash: 'none',
    })
    await fillWallet(deps, buyer, 'seed-buyer', 50_000)
    buyers.push(buyer)
  }
  let done = 0
  for (const game of demoGames) {
    const gameId = await makeGame(deps, folders, publisher, game)
    for (const buyer of buyers.slice(0, game.popularity)) {
      const purchase = { gameId, method: 'wallet', idempotencyKey: `seed-${game.slug}` } as const
      await buy(deps, buyer.id, purchase).catch((error: unknown) => {
        if (!(error instanceof DomainError && error.reason === 'ALREADY_OWNED')) throw error
      })
    }
    onProgress(++done, demoGames.length)
  }
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
  await settleOrder(deps, deps.payments.name, {
    type: 'payment',
    id: `${orderId}:paid`,
    orderId,
    outcome: 'paid',
    amount,
    currency,
  })
}

async function makeGame(deps: Deps, folders: SeedFolders, publisher: SignedInUser, game: DemoGame): Promise<string> {
  const { slug, title, shortDescription, description, developer, releaseDate, tags, price, platforms, build } = game
  const [known] = await deps.db.select({ id: games.id }).from(games).where(eq(games.slug, slug))
  const { id: gameId } = await saveGame(deps, publisher, {
    ...{ id: known?.id, slug, title, shortDescription, description, developer, publisher: game.publisher, releaseDate },
    ...{ tags, platforms: [...platforms], basePrice: price, published: true },
  })
  const cover = await saveDrawing(folders.pictures, game.cover())
  const header = await saveDrawing(folders.pictures, game.header())
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    await tx.update(games).set({ cover, header }).where(eq(games.id, gameId))
    if (!game.discountPercent || known) return
    const endsAt = new Date(now.getTime() + (game.discountDays ?? 14) * DAY_MS)
    await tx.insert(discounts).values({ gameId, percent: game.discountPercent, startsAt: now, endsAt })
  })
  if (build) {
    const { depotDir, databaseUrl } = folders
    const { newBytes: _new, ...made } = await ingestFolderInWorker({ dir: build.dir, depotDir, databaseUrl })
    const buildId = await deps.db.transaction((tx) =>
      addBuild(tx, {
        ...made,
        gameId,
        platform: 'any',
        version: build.version,
        createdBy: publisher.id,
        createdAt: now,
      }),
    )
    await promote(deps, publisher, { buildId, channel: 'stable' })
  }
  return gameId
}
