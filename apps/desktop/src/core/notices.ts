import type { FailureReason, InstallView, LibraryView, NoticeView, SettingsView } from '../shared/views.ts'

/** Tells what happened while the player looked elsewhere: a game is here, an update is out, a download failed. */
export interface Notices {
  /** The game as it is now, whenever that changes. `installed` is the build that is here. */
  install(view: InstallView): void
  library(view: LibraryView): void
  /** Someone else's library is no news. */
  forget(): void
}

type Wanted = Pick<SettingsView, 'notifyInstalled' | 'notifyUpdates' | 'notifyFailures'>

export function createNotices(deps: {
  wanted: () => Wanted
  installed: (gameId: string) => InstallView | undefined
  tell: (notice: NoticeView) => void
}): Notices {
  const { wanted, installed, tell } = deps
  const working = new Map<string, string | null>()
  let builds = new Map<string, string>()
  return {
    install({ gameId, title, status, version, failure }) {
      if (['queued', 'downloading', 'verifying'].includes(status)) {
        if (!working.has(gameId)) working.set(gameId, version)
        return
      }
      if (!working.has(gameId)) return
      const before = working.get(gameId)
      working.delete(gameId)
      // A check or a repair ends with the version that it began with.
      if (status === 'ready' && version !== null && version !== before && wanted().notifyInstalled)
        tell({ kind: before === null ? 'installed' : 'updated', gameId, title, version })
      if (status === 'stopped' && failure && wanted().notifyFailures) tell({ kind: 'failed', gameId, title, failure })
    },
    library({ games }) {
      const now = new Map(games.flatMap(({ id, build }) => (build ? [[id, build.id] as const] : [])))
      const news = games.filter(({ id, build }) => build && builds.has(id) && builds.get(id) !== build.id)
      builds = now
      for (const { id: gameId, title, build } of news) {
        const here = installed(gameId)
        if (here?.status !== 'ready' || !build || here.version === build.version) continue
        if (wanted().notifyUpdates) tell({ kind: 'updateReady', gameId, title, version: build.version })
      }
    },
    forget() {
      builds = new Map()
    },
  }
}

/** The sentences of notices, as the screen's language files hold them. */
export interface NoticeWords {
  installed: string
  updated: string
  updateReady: string
  failed: string
  request: string
  accepted: string
  friendOnline: string
  friendPlaying: string
  reviewReply: string
  /** A review was judged, and stays or is gone. */
  kept: string
  removed: string
}

/** A notice for the system: its title is the game or the person, its text says what happened and, if it failed, why. */
export function noticeText(
  notice: NoticeView,
  words: NoticeWords,
  failureText: (reason: FailureReason) => string,
): { title: string; body: string } {
  // About a review there is nothing to say but the sentence.
  if (notice.kind === 'reviewReply') return { title: words.reviewReply, body: '' }
  if (notice.kind === 'reviewJudged') return { title: words[notice.verdict], body: '' }
  const { title } = notice
  // What somebody wrote speaks for itself.
  if (notice.kind === 'message') return { title, body: notice.text }
  // By functions: in a text that replaces, `$` would have a meaning.
  const body = words[notice.kind]
    .replace('{{version}}', () => ('version' in notice ? notice.version : ''))
    .replace('{{why}}', () => ('failure' in notice ? failureText(notice.failure) : ''))
    .replace('{{game}}', () => ('game' in notice ? notice.game : ''))
  return { title, body }
}
