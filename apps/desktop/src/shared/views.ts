import type { Reason } from '@kettle/api/client'
import type { PeopleNotice } from './people.ts'

/** How the launcher itself stands. */
export interface UpdateView {
  /** `off`: it can't renew itself here. `ready`: the next version is here and checked, and starts with the next start. */
  state: 'off' | 'current' | 'looking' | 'ready' | 'failed'
  /** The version that runs, where that is known, and the one that is ready. */
  version: string | null
  next: string | null
}

export interface SettingsView {
  /** Where games go that are installed from now on. */
  gamesFolder: string
  /** Bytes per second; null for none. */
  speedLimit: number | null
  /** Null: that of the system. */
  language: 'en' | 'ru' | null
  /** Which builds of games it fetches. */
  channel: 'stable' | 'beta'
  /** Null where the launcher can't do that. */
  startWithSystem: boolean | null
  /** Closing the window leaves the launcher in the tray; null where there is none. */
  closeToTray: boolean | null
  /** What it speaks up about. */
  notifyInstalled: boolean
  notifyUpdates: boolean
  notifyFailures: boolean
  /** Whether the first words were said on this computer. */
  welcomed: boolean
  /** Whether a folder can be picked in a window of the system's. */
  choosesFolder: boolean
  /** Where the settings lie that could not be read at this start; null when all is well. */
  putAside: string | null
}

export type Role = 'player' | 'publisher' | 'admin'

export type SessionView =
  | { status: 'signedOut'; server: string }
  | {
      status: 'signedIn'
      server: string
      /** `admin` moderates. */
      user: { name: string; email: string; role: Role }
      /** False where the system has no safe place for secrets: the log-in ends with the program. */
      kept: boolean
    }

export interface LibraryView {
  games: LibraryGame[]
  /** ISO time of the list; null before the first one arrived. */
  refreshedAt: string | null
  refreshing: boolean
  /** Why the last refresh brought nothing. */
  failure: FailureReason | null
}

export interface LibraryGame {
  id: string
  slug: string
  title: string
  shortDescription: string
  /** Relative to the renderer's own address. */
  cover: string | null
  tags: string[]
  acquiredAt: string
  playtimeSeconds: number
  lastPlayedAt: string | null
  /** The build for this computer, or null. */
  build: { id: string; version: string; installBytes: number; channel: 'stable' | 'beta' } | null
}

/** What happened while the player may have looked elsewhere. */
export type NoticeView =
  | { kind: 'installed' | 'updated' | 'updateReady'; gameId: string; title: string; version: string }
  | { kind: 'failed'; gameId: string; title: string; failure: FailureReason }
  | PeopleNotice

/** A link from outside that waits for the player's word. */
export interface LinkView {
  verb: 'install' | 'play' | 'game'
  gameId: string
  /** `unknown`: not among the games that are known here, and the store could not be asked. */
  state: 'signedOut' | 'looking' | 'owned' | 'notOwned' | 'unknown'
}

export interface ChangelogView {
  gameId: string
  /** Newest first; null as long as nobody has told. */
  items: { version: string; notes: string; releasedAt: string }[] | null
}

/** One game on this computer. */
export interface InstallView {
  gameId: string
  title: string
  status: 'absent' | 'queued' | 'downloading' | 'stopped' | 'verifying' | 'ready' | 'broken' | 'removing'
  /** The version that is here or on its way. */
  version: string | null
  progress: ProgressView | null
  /** Why it stopped or is broken. */
  failure: FailureReason | null
  /** Where exactly, for who wants to know or to report it. */
  detail: FailureDetail | null
}

export interface FailureDetail {
  message: string
  /** Path inside the game's folder. */
  file: string | null
  /** SHA-256 of the chunk. */
  chunk: string | null
}

export interface ProgressView {
  /** Bytes of the whole work, in the unit that the phase counts. */
  done: number
  total: number
  bytesPerSecond: number
  /** Null as long as nobody can tell. */
  secondsLeft: number | null
  /** Bytes that came over the line in each of the last seconds, oldest first. */
  history: number[]
  heldUpBy: HoldUp | null
}

/** What a download waits for most: the player's connection, disk or processor, the store's servers, or the speed limit. */
export type HoldUp = 'line' | 'disk' | 'cpu' | 'server' | 'limit'

export interface PlayingView {
  gameId: string
  title: string
  /** Where the renderer finds an html game to show; null when it has a window of its own. */
  page: string | null
}

/** The store's reasons, those of the install engine, and those of this program. */
export type FailureReason =
  | Reason
  | ('BUSY' | 'NO_SPACE' | 'FILE_BLOCKED' | 'DISK_FAILED' | 'LINE_LOST' | 'HOST_KEY_MISMATCH')
  | ('MANIFEST_INVALID' | 'CHUNK_CORRUPT' | 'BUILD_CHANGED')
  | ('OFFLINE' | 'NOT_INSTALLED' | 'BUILD_DAMAGED' | 'NOTHING_TO_START' | 'NOT_STARTED' | 'ALREADY_PLAYING')
  | ('FOLDER_UNUSABLE' | 'NOT_POSSIBLE_HERE')

export interface Failure {
  reason: FailureReason
  message: string
  retryAfterSeconds?: number
  /** Path inside the game's folder, and SHA-256 of the chunk, where it went wrong. */
  file?: string
  chunk?: string
}
