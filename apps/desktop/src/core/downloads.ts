import { join } from 'node:path'
import { z } from 'zod'
import type { FailureReason, InstallView, LibraryGame } from '../shared/bridge.ts'
import { fail, failureOf } from './failure.ts'
import type { InstallProgress } from './install/index.ts'
import { jsonFile } from './json-file.ts'
import type { Installer, Places, Platform } from './ports.ts'
import type { Session } from './session.ts'

const record = z.object({
  dir: z.string(),
  /** Kept for games that leave the library. */
  title: z.string(),
  /** `waiting`: in the queue or at work when this was written, so it goes on by itself. */
  state: z.enum(['waiting', 'stopped', 'ready', 'broken']),
  installed: z.object({ buildId: z.string(), version: z.string(), manifestSha256: z.string() }).nullable(),
})
type Kept = z.infer<typeof record>
const records = z.record(z.string(), record)

type Job = 'install' | 'verify' | 'uninstall'
interface Work {
  status: InstallView['status']
  progress: InstallView['progress']
  stop: AbortController
  done: Promise<void>
}

/** The games on this computer: a queue around the install engine, one game at a time. */
export interface Downloads {
  start(): Promise<void>
  views(): InstallView[]
  /** Where a game lies that may be played, and the name of the manifest that the store gave for it. */
  ready(gameId: string): { dir: string; manifestSha256: string } | null
  /** Installs, updates, repairs or goes on, when its turn comes. */
  install(game: LibraryGame): void
  cancel(gameId: string): Promise<void>
  /** Compares every file with its hash; a game that isn't whole becomes `broken`. */
  verify(gameId: string): Promise<boolean>
  uninstall(gameId: string): Promise<void>
  /** Takes up what an earlier run was at. */
  resume(): void
  /** Stops what is at work, so that the next run takes it up. */
  close(): Promise<void>
}

export function createDownloads(deps: {
  places: Places
  installer: Installer
  session: Session
  platform: Platform
  changed: (view: InstallView) => void
}): Downloads {
  const { places, installer, session, platform, changed } = deps
  const file = jsonFile(join(places.data, 'installs.json'), records)
  const kept = new Map<string, Kept>()
  const working = new Map<string, Work>()
  const failures = new Map<string, FailureReason>()
  let last: Promise<void> = Promise.resolve()
  let closing = false

  const save = (): Promise<void> => file.write(Object.fromEntries(kept))
  const view = (gameId: string): InstallView => {
    const known = kept.get(gameId)
    const work = working.get(gameId)
    const atRest = known ? (known.state === 'waiting' ? 'stopped' : known.state) : 'absent'
    return {
      gameId,
      title: known?.title ?? '',
      status: work?.status ?? atRest,
      version: known?.installed?.version ?? null,
      progress: work?.progress ?? null,
      failure: failures.get(gameId) ?? null,
    }
  }
  const tell = (gameId: string): void => changed(view(gameId))
  const mark = async (gameId: string, change: Partial<Kept>): Promise<void> => {
    const known = kept.get(gameId)
    if (known) kept.set(gameId, { ...known, ...change })
    await save()
  }

  const run = async (gameId: string, job: Job, work: Work): Promise<void> => {
    const known = kept.get(gameId)
    if (!known || work.stop.signal.aborted) return
    const { signal } = work.stop
    const onProgress = (progress: InstallProgress): void => {
      work.status = progress.phase === 'checking' ? 'verifying' : 'downloading'
      const { bytesDone: done, bytesTotal: total, bytesPerSecond, secondsLeft } = progress
      work.progress = { done, total, bytesPerSecond, secondsLeft }
      tell(gameId)
    }
    if (job === 'uninstall') {
      work.status = 'removing'
      tell(gameId)
      await installer.uninstall({ dir: known.dir })
      kept.delete(gameId)
      return save()
    }
    if (job === 'verify') {
      const problems = await installer.verify({ dir: known.dir, onProgress, signal })
      if (problems.length > 0) failures.set(gameId, 'BUILD_DAMAGED')
      return mark(gameId, { state: problems.length > 0 ? 'broken' : 'ready' })
    }
    const ticket = () => session.store().download(gameId, platform)
    const { build } = await installer.install({ dir: known.dir, ticket, onProgress, signal })
    const { id: buildId, version, manifestSha256 } = build
    await mark(gameId, { state: 'ready', installed: { buildId, version, manifestSha256 } })
  }

  const enqueue = (gameId: string, job: Job): Promise<void> => {
    const work: Work = { status: 'queued', progress: null, stop: new AbortController(), done: last }
    failures.delete(gameId)
    work.done = last.then(async () => {
      try {
        await run(gameId, job, work)
      } catch (error) {
        const { reason } = failureOf(error)
        if (!work.stop.signal.aborted) failures.set(gameId, reason)
        if (job === 'install' && !closing) await mark(gameId, { state: 'stopped' })
      } finally {
        if (working.get(gameId) === work) working.delete(gameId)
        tell(gameId)
      }
    })
    working.set(gameId, work)
    last = work.done.catch(() => {})
    tell(gameId)
    return work.done
  }
  const cancel = async (gameId: string): Promise<void> => {
    const work = working.get(gameId)
    if (!work) return
    work.stop.abort()
    if (kept.get(gameId)?.state === 'waiting') await mark(gameId, { state: 'stopped' })
    if (work.status === 'queued') {
      working.delete(gameId)
      tell(gameId)
    } else await work.done
  }
  return {
    async start() {
      for (const [gameId, one] of Object.entries((await file.read()) ?? {})) kept.set(gameId, one)
    },
    views: () => [...kept.keys()].map(view),
    ready(gameId) {
      const known = kept.get(gameId)
      if (known?.state !== 'ready' || !known.installed || working.has(gameId)) return null
      return { dir: known.dir, manifestSha256: known.installed.manifestSha256 }
    },
    install(game) {
      if (working.has(game.id)) return
      const known = kept.get(game.id)
      const taken = [...kept.values()].map(({ dir }) => dir)
      const dir =
        known?.dir ??
        join(
          places.games,
          folderName(game, (name) => taken.includes(join(places.games, name))),
        )
      kept.set(game.id, { dir, title: game.title, installed: known?.installed ?? null, state: 'waiting' })
      void save()
      void enqueue(game.id, 'install')
    },
    cancel,
    async verify(gameId) {
      if (!kept.get(gameId)?.installed) throw fail('NOT_INSTALLED', 'There is nothing to verify')
      if (working.has(gameId)) throw fail('BUSY', 'This game is being worked on')
      await enqueue(gameId, 'verify')
      return kept.get(gameId)?.state === 'ready'
    },
    async uninstall(gameId) {
      await cancel(gameId)
      if (kept.has(gameId)) await enqueue(gameId, 'uninstall')
    },
    resume() {
      for (const [gameId, { state }] of kept)
        if (state === 'waiting' && !working.has(gameId)) void enqueue(gameId, 'install')
    },
    async close() {
      closing = true
      for (const work of working.values()) work.stop.abort()
      await last
      await save()
    },
  }
}

/** A folder's name for a game: its slug, if that is one and nobody else has it. */
function folderName({ id, slug }: LibraryGame, taken: (name: string) => boolean): string {
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(slug) ? slug : id
  return taken(plain) ? `${plain}-${id}` : plain
}
