import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { LibraryItem } from '@kettle/api/client'
import { z } from 'zod'
import type { FailureReason, LibraryGame, LibraryView } from '../shared/views.ts'
import { failureOf } from './failure.ts'
import { type JsonFile, jsonFile } from './json-file.ts'
import type { Channel, Clock, Places, Platform } from './ports.ts'
import type { Session } from './session.ts'

const cached = z.object({ refreshedAt: z.string(), items: z.array(z.custom<LibraryItem>()) })
type Cached = z.infer<typeof cached>

/** What the account owns: the list of the last time at once, the store's as soon as it answers. */
export interface Library {
  view(): LibraryView
  game(gameId: string): LibraryGame | null
  /** The store's path of a game's cover. */
  coverPath(gameId: string): string | null
  /** Loads the list that is kept for the account of the moment. */
  open(): Promise<void>
  /**
   * Asks the store, and resolves once the newest question is answered: an answer to an older one may be from before
   * whatever made the caller ask. A failure keeps the old list and says why.
   */
  refresh(): Promise<void>
}

export function createLibrary(deps: {
  places: Places
  clock: Clock
  session: Session
  platform: Platform
  /** Which builds the player wants. */
  channel: () => Channel
  changed: () => void
}): Library {
  const { places, clock, session, platform, channel, changed } = deps
  let kept: Cached | null = null
  let failure: FailureReason | null = null
  let asking: { done: Promise<void> } | null = null
  /** How often it was asked: only the last answer counts. */
  let turn = 0

  const fileOfAccount = (): JsonFile<Cached> | null => {
    const account = session.account()
    if (!account) return null
    const name = createHash('sha256').update(`${account.server} ${account.user.id}`).digest('hex').slice(0, 16)
    return jsonFile(join(places.data, 'libraries', `${name}.json`), cached)
  }
  const ask = async (): Promise<void> => {
    const store = session.store()
    const mine = ++turn
    const isOver = () => store !== session.store() || mine !== turn
    const file = fileOfAccount()
    if (!file) return
    try {
      const items = await store.library()
      // Meanwhile someone else may have logged in, or another language been chosen.
      if (isOver()) return
      kept = { refreshedAt: new Date(clock.now()).toISOString(), items }
      failure = null
      // From now on it is what everybody is answered from, so it is told before it is kept.
      changed()
      // Without room on the disk the list is only not there the next time offline.
      await file.write(kept).catch(() => {})
    } catch (error) {
      if (isOver()) return
      failure = failureOf(error).reason
      if (failure === 'NOT_SIGNED_IN') await session.check()
    }
  }
  const find = (gameId: string): LibraryItem | undefined => kept?.items.find(({ game }) => game.id === gameId)
  return {
    view: () => ({
      games: (kept?.items ?? []).map((item) => shown(item, platform, channel())),
      refreshedAt: kept?.refreshedAt ?? null,
      refreshing: asking !== null,
      failure,
    }),
    game: (gameId) => {
      const item = find(gameId)
      return item ? shown(item, platform, channel()) : null
    },
    coverPath: (gameId) => find(gameId)?.game.cover ?? null,
    async open() {
      kept = (await fileOfAccount()?.read()) ?? null
      failure = null
      changed()
    },
    async refresh() {
      const mine = { done: ask() }
      asking = mine
      changed()
      mine.done = mine.done.finally(() => {
        if (asking === mine) asking = null
        changed()
      })
      // An overtaken answer is discarded, so its caller waits for the one that overtook it.
      for (let waited: { done: Promise<void> } | null = null; asking && asking !== waited; ) {
        waited = asking
        await waited.done
      }
    },
  }
}

function shown(
  { game, acquiredAt, playtimeSeconds, lastPlayedAt, builds }: LibraryItem,
  platform: Platform,
  channel: Channel,
): LibraryGame {
  const { id, slug, title, shortDescription, tags } = game
  return {
    ...{ id, slug, title, shortDescription, tags, acquiredAt, playtimeSeconds, lastPlayedAt },
    cover: game.cover && `pictures/${id}`,
    build: buildFor(builds, platform, channel),
  }
}

/**
 * The build to have: that of the wanted channel, where a game has none there the stable one; the one made for this
 * platform, else one for any.
 */
export function buildFor(builds: LibraryItem['builds'], platform: Platform, channel: Channel): LibraryGame['build'] {
  for (const wanted of new Set<Channel>([channel, 'stable'])) {
    const there = builds.filter((build) => build.channel === wanted)
    const build = there.find((one) => one.platform === platform) ?? there.find((one) => one.platform === 'any')
    if (build) return { id: build.id, version: build.version, installBytes: build.installBytes, channel: wanted }
  }
  return null
}
