import { performance } from 'node:perf_hooks'
import type { ChangelogEntry, DownloadTicket, LibraryItem } from '@kettle/api/client'
import type { Role } from '../shared/views.ts'
import type { InstallProgress, Problem } from './install/index.ts'
import type { PeopleStore } from './people/ports.ts'

/** Keeps one secret text. */
export interface SecretStore {
  /** Whether what is written outlives the program. */
  readonly keeps: boolean
  read(): Promise<string | null>
  write(secret: string): Promise<void>
  clear(): Promise<void>
}

/** Time and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls again and again until the function it returns is called. */
  every(ms: number, act: () => void): () => void
  /** Calls once, unless the function it returns is called before. */
  after(ms: number, act: () => void): () => void
}

/** How much this program has worked since it started. Milliseconds. */
export interface Load {
  /** That its main thread was not waiting for anything. */
  busyMs: number
  /** That its main thread had a processor. */
  cpuMs: number
}

export function systemLoad(): Load {
  const { user, system } = process.threadCpuUsage()
  return { busyMs: performance.eventLoopUtilization().active, cpuMs: (user + system) / 1000 }
}

export const systemClock: Clock = {
  now: Date.now,
  every: (ms, act) => {
    const timer = setInterval(act, ms)
    return () => clearInterval(timer)
  },
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

export interface StoreUser {
  id: string
  name: string
  email: string
  role: Role
}

/** What a store gives to who proved to be somebody. */
export interface LogIn {
  token: string
  /** By which the store knows this launcher at a later log-in: others' wrong passwords then don't lock it out. */
  device?: string
  user: StoreUser
}

/** What the launcher asks of a store. Every call rejects with an error that `failureOf` can read. */
export interface Store {
  login(input: { email: string; password: string; code?: string; device?: string }): Promise<LogIn>
  confirmEmail(input: { email: string; code: string; password?: string }): Promise<LogIn>
  resendCode(email: string): Promise<void>
  me(): Promise<StoreUser>
  logout(): Promise<void>
  library(): Promise<LibraryItem[]>
  download(gameId: string, platform: Platform, channel: Channel): Promise<DownloadTicket>
  /** What is new in a game's builds, newest first. */
  changelog(gameId: string, platform: Platform, channel: Channel): Promise<ChangelogEntry[]>
  startPlaying(gameId: string): Promise<{ playSessionId: string }>
  heartbeat(playSessionId: string): Promise<void>
  stopPlaying(playSessionId: string): Promise<void>
  /** The bytes of a picture of the store's, by its path there. */
  picture(path: string): Promise<{ bytes: Uint8Array; type: string }>
  /** A procedure by its path in the router's tree, with an input that was checked. */
  query(path: string, input: unknown): Promise<unknown>
  mutate(path: string, input: unknown): Promise<unknown>
  /** Friends, messages and what happens among them. */
  readonly people: PeopleStore
}

/** Makes callers of a store; `token` is null before log-in. */
export type OpenStore = (server: string, token: string | null) => Store

/** Which builds of a game: those for everybody, or those for who likes to be early. */
export type Channel = 'stable' | 'beta'

export type Platform = 'windows' | 'linux' | 'macos'

/** The install engine, as `core/install` provides it. */
export interface Installer {
  install(options: {
    dir: string
    ticket: () => Promise<DownloadTicket>
    onProgress?: (progress: InstallProgress) => void
    signal?: AbortSignal
  }): Promise<{ build: Pick<DownloadTicket['build'], 'id' | 'version' | 'manifestSha256'> }>
  verify(options: {
    dir: string
    onProgress?: (progress: InstallProgress) => void
    signal?: AbortSignal
  }): Promise<Problem[]>
  uninstall(options: { dir: string }): Promise<void>
}

/** A game that runs. */
export interface RunningGame {
  /** Resolves when it is over, however that came. */
  over: Promise<void>
  /** Asks it to end. Twice is as once. */
  stop(): void
}

/** Starts what is a program of its own. Never through a shell. Rejects when it can't be started. */
export type StartProgram = (file: string, args: readonly string[], cwd: string) => Promise<RunningGame>

/** A page game to be shown: only `read` reaches its files. */
export interface PageGame {
  gameId: string
  title: string
  /** Path of the first page, with slashes. */
  entry: string
  language: string
  /** A file of the game by its path, or null. */
  read(path: string): Promise<{ bytes: Uint8Array; type: string } | null>
}

/** Shows an html game where it can harm nothing. `page` is its address when the renderer is to show it. */
export type ShowPage = (game: PageGame) => Promise<RunningGame & { page: string | null }>

/** Where the launcher keeps its own files, and where games go. */
export interface Places {
  /** A folder of the launcher's own. */
  data: string
  games: string
}

/** Where new versions of the launcher itself come from. */
export interface Updater {
  /** The version that runs. */
  readonly version: string
  /** Fetches a newer version, if there is one, and checks it; resolves to it when it is ready, or to null. */
  fetch(): Promise<string | null>
  /** Ends the launcher and starts the version that was fetched. */
  install(): void
}

/** What only the shell around the core can do; null for what it can't. */
export interface Shell {
  /** Null where the launcher can't renew itself: in a browser, from a checkout, or when nothing is published. */
  updater: Updater | null
  /** Starting together with the system. */
  startup: { enabled(): boolean; enable(on: boolean): void } | null
  /** Whether it can stay in the system's tray without a window. */
  tray: boolean
  /** Shows the system's window for picking a folder; resolves to null when none was picked. */
  chooseFolder: ((from: string) => Promise<string | null>) | null
  /** How long nobody has touched this computer; where the system doesn't tell, the screen says when it is used. */
  idleSeconds: (() => number) | null
  /** Opens an address of http or https in the system's browser. */
  openOutside: ((address: string) => Promise<void>) | null
}
