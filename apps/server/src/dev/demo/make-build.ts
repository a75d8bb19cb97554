import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IngestedBuild } from '@kettle/api'
import type { Db } from '@kettle/db'
import { type DepotStore, decodeManifest, ingestFolder, readWhole } from '@kettle/depot'
import { postgresChunkIndex } from '../../adapters/postgres-chunk-index.ts'
import type { DemoGame } from './demo-game.ts'
import { titleScreen, titleScreenFolders } from './title-screen.ts'

/** Demo games belong to no publisher. */
const DEMO_OWNER = 'demo'

/** Puts a game's build into the depot: the real one, or its title screen. Here and not in a thread: nobody is served yet. */
export async function makeBuild(
  db: Db,
  store: DepotStore,
  game: DemoGame,
  playable: readonly DemoGame[],
): Promise<Omit<IngestedBuild, 'newBytes' | 'patches'>> {
  const dir = await mkdtemp(join(tmpdir(), 'kettle-build-'))
  try {
    for (const folder of game.build?.folders ?? titleScreenFolders) await cp(folder, dir, { recursive: true })
    const files = game.build ? {} : titleScreen(game, playable)
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
    const made = await ingestFolder({ dir, store, index: postgresChunkIndex(db, DEMO_OWNER) })
    const { manifestSha256, installBytes, downloadBytes, fileCount } = made
    const { launch } = decodeManifest(await readWhole(store, 'manifests', manifestSha256), manifestSha256)
    return { manifestSha256, installBytes, downloadBytes, fileCount, launch }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
