import { bytes } from '../progress.ts'
import { requireSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'
import { findGame } from './find-game.ts'

/** Lists the builds of a game of one's own, newest first. */
export async function builds(terminal: Terminal, { game: slug }: { game: string }): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  const store = storeClient(server, token)
  const game = await findGame(store, slug)
  const list = await store.storage.builds.query({ gameId: game.id })
  if (list.length === 0)
    terminal.print(`${slug} has no builds yet. Push one: kettle push DIR --game ${slug} --platform any --version 1.0.0`)
  for (const build of list) {
    const live = build.channels.length > 0 ? `  [${build.channels.join(', ')}]` : ''
    const when = build.createdAt.slice(0, 16).replace('T', ' ')
    terminal.print(`${build.id}  ${build.version}  ${build.platform}  ${bytes(build.installBytes)}  ${when}${live}`)
  }
}
