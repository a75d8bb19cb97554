import { join } from 'node:path'
import type { InstallView, LibraryGame } from '../shared/views.ts'
import { fail, failureOf } from './failure.ts'
import type { InstallProgress } from './install/index.ts'
import { openInstallRecords } from './install-records.ts'
import type { Channel, Clock, Installer, Load, Places, Platform } from './ports.ts'
import type { Session } from './session.ts'
import { watchSpeed } from './speed-watch.ts'
import type { Traffic } from './traffic.ts'

type Job = 'install' | 'verify' | 'uninstall'
interface Work {
  gameId: string
  job: Job
  status: InstallView['status']
  progress: InstallView['progress']
  stop: AbortController
  done: PromiseWithResolvers<void>
}

/** The games on this computer: a queue around the install engine, one game at a time. */
export interface Downloads {
  start(): Promise<void>
  views(): InstallView[]
  /** The game at work, then those that wait. */
  queue(): string[]
  /** Where a game lies that may be played, and the name of the manifest that the store gave for it. */
  ready(gameId: string): { dir: string; manifestSha256: string } | null
  /** Installs, updates, repairs or goes on, when its turn comes. */
  install(game: LibraryGame): void
  /** Stops it where it is. */
  cancel(gameId: string): Promise<void>
  /** Gives it up: an update is as if it had never been begun, a first install leaves nothing. */
  discard(gameId: string): Promise<void>
  /** Stops all that install, none of which begins in between. */
  pauseAll(): Promise<void>
  /** Those that stand still: first those that were paused together, in the order that they had. */
  stopped(): string[]
  /** Moves a waiting one to another place; nothing goes before the one at work. */
  move(gameId: string, to: number): void
  /** Compares every file with its hash; a game that isn't whole becomes `broken`. */
  verify(gameId: string): Promise<boolean>
  uninstall(gameId: string): Promise<void>
  /** Takes up what an earlier run was at, in its order. */
  resume(): void
  /** Stops what is at work, so that the next run takes it up. */
  close(): Promise<void>
}

export function createDownloads(deps: {
  places: Places
  /** Where games go that are new here. */
  gamesFolder: () => string
  /** From which channel a game's build comes. */
  channelOf: (gameId: string) => Channel
  installer: Installer
  session: Session
  platform: Platform
  clock: Clock
  traffic: Traffic
  load: () => Load
  changed: (view: InstallView) => void
  queueChanged: (queue: string[]) => void
}): Downloads {
  const { places, gamesFolder, channelOf, installer, session, platform, clock, traffic, load, changed, queueChanged } =
    deps
  const records = openInstallRecords(places)
  let queue: Work[] = []
  // Removing needs no line: it waits for no download.
  let removals: Work[] = []
  let paused: string[] = []
  let pumping: Promise<void> = Promise.resolve()
  let pumps = false
  let closing = false

  const workOn = (gameId: string): Work | undefined => [...queue, ...removals].find((work) => work.gameId === gameId)
  const view = (gameId: string): InstallView => {
    const known = records.get(gameId)
    const work = workOn(gameId)
    const atRest = known ? (known.state === 'waiting' ? 'stopped' : known.state) : 'absent'
    const failure = work ? null : known?.failure
    return {
      gameId,
      title: known?.title ?? '',
      status: work?.status ?? atRest,
      version: known?.installed?.version ?? null,
      progress: work?.progress ?? null,
      failure: failure?.reason ?? null,
      detail: failure ? { message: failure.message, file: failure.file, chunk: failure.chunk } : null,
    }
  }
  const tell = (gameId: string): void => changed(view(gameId))
  const order = (): string[] => queue.map(({ gameId }) => gameId)
  const tellQueue = (): void => {
    queueChanged(order())
    if (!closing) void records.order(order())
  }

  const run = async (work: Work): Promise<void> => {
    const { gameId, job } = work
    const known = records.get(gameId)
    if (!known || work.stop.signal.aborted) return
    const { signal } = work.stop
    if (job === 'uninstall') {
      work.status = 'removing'
      tell(gameId)
      await installer.uninstall({ dir: known.dir })
      return records.forget(gameId)
    }
    const onProgress = (progress: InstallProgress): void => {
      work.status = progress.phase === 'checking' ? 'verifying' : 'downloading'
      const { bytesDone: done, bytesTotal: total, bytesPerSecond, secondsLeft } = progress
      const { history = [], heldUpBy = null } = work.progress ?? {}
      work.progress = { done, total, bytesPerSecond, secondsLeft, history, heldUpBy }
      tell(gameId)
    }
    if (job === 'verify') {
      const problems = await installer.verify({ dir: known.dir, onProgress, signal })
      const [first] = problems
      if (!first) return records.change(gameId, { state: 'ready', failure: null })
      const message = `${problems.length}: "${first.path}" is ${first.problem}`
      const failure = { reason: 'BUILD_DAMAGED', message, file: first.path, chunk: null } as const
      return records.change(gameId, { state: 'broken', failure })
    }
    const ticket = () => session.store().download(gameId, platform, channelOf(gameId))
    const { build } = await installer.install({ dir: known.dir, ticket, onProgress, signal })
    const { id: buildId, version, manifestSha256 } = build
    await records.change(gameId, {
      state: 'ready',
      failure: null,
      installed: { buildId, version, manifestSha256 },
    })
  }
  /** The engine tells only what comes; that nothing comes, nobody but a clock can tell. */
  const watch = (work: Work): (() => void) =>
    watchSpeed({
      ...{ clock, traffic, load },
      phase: () => (work.status === 'verifying' ? 'checking' : 'downloading'),
      tell: ({ bytes, history, heldUpBy }) => {
        if (!work.progress) return
        const still = work.status === 'downloading' && bytes === 0
        work.progress = { ...work.progress, history, heldUpBy }
        if (still) work.progress = { ...work.progress, bytesPerSecond: 0, secondsLeft: null }
        tell(work.gameId)
      },
    })
  const runWork = async (work: Work): Promise<void> => {
    const { gameId, job, stop } = work
    const unwatch = job === 'uninstall' ? () => {} : watch(work)
    try {
      await run(work)
    } catch (error) {
      const { reason, message, file = null, chunk = null } = failureOf(error)
      if (!stop.signal.aborted) await records.change(gameId, { failure: { reason, message, file, chunk } })
      if (job === 'install' && !closing) await records.change(gameId, { state: 'stopped' })
    } finally {
      unwatch()
      queue = queue.filter((one) => one !== work)
      removals = removals.filter((one) => one !== work)
      work.done.resolve()
      tell(gameId)
      if (job !== 'uninstall') tellQueue()
    }
  }
  const pump = async (): Promise<void> => {
    pumps = true
    for (let work = queue[0]; work; work = queue[0]) await runWork(work)
    pumps = false
  }
  const enqueue = (gameId: string, job: Job): Promise<void> => {
    const done = Promise.withResolvers<void>()
    const work: Work = { gameId, job, status: 'queued', progress: null, stop: new AbortController(), done }
    if (job === 'uninstall') {
      removals.push(work)
      void runWork(work)
      return done.promise
    }
    queue.push(work)
    tell(gameId)
    tellQueue()
    if (!pumps) pumping = pump()
    return done.promise
  }
  const cancel = async (gameId: string): Promise<void> => {
    const work = workOn(gameId)
    if (!work) return
    if (work.job !== 'uninstall') work.stop.abort()
    if (records.get(gameId)?.state === 'waiting') await records.change(gameId, { state: 'stopped' })
    if (work === queue[0] || work.job === 'uninstall') return work.done.promise
    queue = queue.filter((one) => one !== work)
    work.done.resolve()
    tell(gameId)
    tellQueue()
  }
  return {
    start: records.load,
    views: () => records.all().map(([gameId]) => view(gameId)),
    queue: order,
    ready(gameId) {
      const known = records.get(gameId)
      if (known?.state !== 'ready' || !known.installed || workOn(gameId)) return null
      return { dir: known.dir, manifestSha256: known.installed.manifestSha256 }
    },
    install(game) {
      if (workOn(game.id)) return
      const known = records.get(game.id)
      const taken = records.all().map(([, { dir }]) => dir)
      const named = (): string => folderName(game, (name) => taken.includes(join(gamesFolder(), name)))
      const dir = known?.dir ?? join(gamesFolder(), named())
      const { installed = null } = known ?? {}
      const { id, title } = game
      void records.set(id, { dir, title, installed, state: 'waiting', failure: null, place: null })
      void enqueue(game.id, 'install')
    },
    cancel,
    async discard(gameId) {
      await cancel(gameId)
      const known = records.get(gameId)
      if (!known || known.state === 'ready' || workOn(gameId)) return
      if (!known.installed) return enqueue(gameId, 'uninstall')
      // An update touches no file of the game before it has all it needs. One that failed may have got further.
      if (known.failure) return enqueue(gameId, 'verify')
      await records.change(gameId, { state: 'ready' })
      tell(gameId)
    },
    async pauseAll() {
      const installing = queue.filter(({ job }) => job === 'install').map(({ gameId }) => gameId)
      if (installing.length > 0) paused = installing
      await Promise.all(installing.toReversed().map(cancel))
    },
    stopped() {
      const still = records.all().flatMap(([gameId]) => (view(gameId).status === 'stopped' ? [gameId] : []))
      return [...paused.filter((gameId) => still.includes(gameId)), ...still.filter((id) => !paused.includes(id))]
    },
    move(gameId, to) {
      const work = workOn(gameId)
      if (!work || work === queue[0]) return
      queue = queue.filter((one) => one !== work)
      queue.splice(Math.max(1, to), 0, work)
      tellQueue()
    },
    async verify(gameId) {
      if (!records.get(gameId)?.installed) throw fail('NOT_INSTALLED', 'There is nothing to verify')
      if (workOn(gameId)) throw fail('BUSY', 'This game is being worked on')
      await enqueue(gameId, 'verify')
      return records.get(gameId)?.state === 'ready'
    },
    async uninstall(gameId) {
      await cancel(gameId)
      if (records.get(gameId)) await enqueue(gameId, 'uninstall')
    },
    resume() {
      const waiting = records.all().filter(([gameId, { state }]) => state === 'waiting' && !workOn(gameId))
      waiting.sort(([, a], [, b]) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || 0)
      for (const [gameId] of waiting) void enqueue(gameId, 'install')
    },
    async close() {
      if (closing) return
      closing = true
      const left = order()
      // Those that wait never begin; they are written down as waiting.
      for (const work of queue) work.stop.abort()
      await Promise.all([pumping, ...removals.map(({ done }) => done.promise)])
      await records.order(left)
    },
  }
}

/** A folder's name for a game: its slug, if that is one and nobody else has it. */
function folderName({ id, slug }: LibraryGame, taken: (name: string) => boolean): string {
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(slug) ? slug : id
  return taken(plain) ? `${plain}-${id}` : plain
}
