import type { LibraryGame, PlayingView } from '../shared/views.ts'
import { fail } from './failure.ts'
import { chooseEntry, openInstalled, pageReader, readChecked } from './launch.ts'
import { countPlaytime } from './playtime.ts'
import type { Clock, Platform, RunningGame, ShowPage, StartProgram } from './ports.ts'
import type { Session } from './session.ts'

/** The game that runs: one at a time. */
export interface Play {
  view(): PlayingView | null
  /** @throws BridgeError when it can't be started, or another one runs */
  start(game: LibraryGame, install: { dir: string; manifestSha256: string }, language: string): Promise<void>
  /** Asks the game to end and waits until it has. */
  stop(): Promise<void>
}

export function createPlay(deps: {
  session: Session
  clock: Clock
  platform: Platform
  startProgram: StartProgram
  showPage: ShowPage
  changed: () => void
  /** A sitting is over and counted. */
  played: () => void
}): Play {
  const { session, clock, platform, startProgram, showPage, changed, played } = deps
  let current: { view: PlayingView; running: RunningGame; done: Promise<void> } | null = null
  let starting = false

  const open = async (
    game: LibraryGame,
    install: { dir: string; manifestSha256: string },
    language: string,
  ): Promise<RunningGame & { page: string | null }> => {
    const installed = await openInstalled(install.dir, install.manifestSha256)
    const entry = chooseEntry(installed.manifest.launch, platform)
    if (!entry) throw fail('NOTHING_TO_START', `${game.title} has nothing that starts on ${platform}`)
    const checked = await readChecked(installed, entry.path)
    if (!checked) throw fail('BUILD_DAMAGED', `"${entry.path}" is not in the build`)
    if (entry.kind === 'html') {
      const { id: gameId, title } = game
      return showPage({ gameId, title, entry: entry.path, language, read: pageReader(installed) })
    }
    try {
      return { ...(await startProgram(checked.file, entry.args, installed.dir)), page: null }
    } catch (cause) {
      throw fail('NOT_STARTED', `${game.title} did not start: ${cause instanceof Error ? cause.message : cause}`, cause)
    }
  }
  return {
    view: () => current?.view ?? null,
    async start(game, install, language) {
      if (current || starting) throw fail('ALREADY_PLAYING', 'A game is running already')
      starting = true
      try {
        const running = await open(game, install, language)
        const stopCounting = countPlaytime({ store: session.store(), clock, gameId: game.id })
        const over = async (): Promise<void> => {
          await running.over.catch(() => {})
          current = null
          changed()
          await stopCounting()
          played()
        }
        current = { view: { gameId: game.id, title: game.title, page: running.page }, running, done: Promise.resolve() }
        current.done = over()
        changed()
      } finally {
        starting = false
      }
    },
    async stop() {
      const playing = current
      playing?.running.stop()
      await playing?.done
    },
  }
}
