import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ChangelogEntry } from '@kettle/api/client'
import { z } from 'zod'
import type { ChangelogView } from '../shared/views.ts'
import { type JsonFile, jsonFile } from './json-file.ts'
import type { Channel, Places, Platform } from './ports.ts'
import type { Session } from './session.ts'

const cached = z.array(z.object({ version: z.string(), notes: z.string(), releasedAt: z.string() }))

/** What is new in the games of the account: as of the last time at once, and offline; the store's as soon as it answers. */
export interface Changelogs {
  /** What is kept here; `told` is called when the store answers. Failing keeps what is there. */
  ask(gameId: string): Promise<ChangelogView>
}

export function createChangelogs(deps: {
  places: Places
  session: Session
  platform: Platform
  channelOf: (gameId: string) => Channel
  told: (view: ChangelogView) => void
}): Changelogs {
  const { places, session, platform, channelOf, told } = deps

  const fileOf = (gameId: string): JsonFile<ChangelogEntry[]> | null => {
    const account = session.account()
    if (!account) return null
    const name = createHash('sha256')
      .update(`${account.server} ${account.user.id} ${gameId}`)
      .digest('hex')
      .slice(0, 32)
    return jsonFile(join(places.data, 'changelogs', `${name}.json`), cached)
  }
  const refresh = async (gameId: string, file: JsonFile<ChangelogEntry[]>): Promise<void> => {
    const store = session.store()
    const items = await store.changelog(gameId, platform, channelOf(gameId))
    // Meanwhile someone else may have logged in.
    if (store !== session.store()) return
    told({ gameId, items })
    await file.write(items)
  }
  return {
    async ask(gameId) {
      const file = fileOf(gameId)
      if (!file) return { gameId, items: null }
      const items = await file.read()
      // Offline is no trouble here: what was read last time stays on screen.
      void refresh(gameId, file).catch(() => {})
      return { gameId, items }
    },
  }
}
