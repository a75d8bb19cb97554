import { listTree } from '../local-tree.ts'
import { bytes, transferLine } from '../progress.ts'
import { requireSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'
import { uploadTree } from '../upload.ts'
import { findGame } from './find-game.ts'

export interface PushOptions {
  dir: string
  game: string
  platform: 'any' | 'windows' | 'linux' | 'macos'
  version: string
  /** Gives it to this channel's players right away. */
  channel?: 'stable' | 'beta'
}

/** Pushes a folder as a new build of a game of one's own. */
export async function push(
  terminal: Terminal,
  { dir, game: slug, platform, version, channel }: PushOptions,
): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  const store = storeClient(server, token)
  const tree = await listTree(dir)
  const game = await findGame(store, slug)
  const { uploadId, ...ticket } = await store.storage.createUpload.mutate({ gameId: game.id, platform, version })

  const transfer = transferLine(tree.size, performance.now.bind(performance))
  const began = performance.now()
  const show = setInterval(() => terminal.status(transfer.line()), 200)
  try {
    await uploadTree(tree, ticket, transfer.add)
  } finally {
    clearInterval(show)
  }
  const seconds = (performance.now() - began) / 1000
  terminal.print(`Sent ${tree.files.length} files, ${bytes(tree.size)} in ${seconds.toFixed(1)} s`)

  terminal.status('The store is cutting it into chunks...')
  const { buildId, stats } = await store.storage.finishUpload.mutate({ uploadId })
  terminal.print(`Build ${buildId}: ${slug} ${version} for ${platform}`)
  terminal.print(
    `  ${stats.fileCount} files, ${bytes(stats.installBytes)} installed, ${bytes(stats.downloadBytes)} to download, ${bytes(stats.newBytes)} new in the depot`,
  )
  if (channel) {
    await store.storage.promote.mutate({ buildId, channel })
    terminal.print(`Players of the ${channel} channel get it from now on`)
  } else {
    terminal.print(`No player gets it yet. Run: kettle promote ${buildId} --channel stable`)
  }
}
