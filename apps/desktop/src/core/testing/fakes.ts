import type { ChangelogEntry, DownloadTicket, LibraryItem, Reason } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import type { InstallProgress, Problem } from '../install/index.ts'
import { InstallError } from '../install/index.ts'
import type { Clock, Installer, LogIn, SecretStore, Shell, Store, StoreUser } from '../ports.ts'
import { TestPeople } from './people.ts'

/** A failed answer of a store as its client throws it; without a reason there was no answer at all. */
export function storeError(reason?: Reason): TRPCClientError<never> {
  const error = new TRPCClientError<never>(reason ?? 'fetch failed')
  if (reason) Object.assign(error, { data: { reason } })
  return error
}

/** A clock that stands until it is moved. */
export class TestClock implements Clock {
  #now = Date.UTC(2026, 0, 1)
  readonly #timers = new Set<{ ms: number; due: number; act: () => void }>()

  now = (): number => this.#now

  every = (ms: number, act: () => void): (() => void) => {
    const timer = { ms, due: this.#now + ms, act }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  after = (ms: number, act: () => void): (() => void) => {
    const stop = this.every(ms, () => {
      stop()
      act()
    })
    return stop
  }

  /** Moves on, lets every timer fire that is due, and waits for what it started. */
  async pass(ms: number): Promise<void> {
    for (const end = this.#now + ms; this.#now < end; this.#now += Math.min(100, end - this.#now)) {
      for (const timer of this.#timers) {
        if (timer.due > this.#now) continue
        timer.due += timer.ms
        timer.act()
        await settle()
      }
    }
    await settle()
  }

  get timers(): number {
    return this.#timers.size
  }
}

/** Lets what waits for nothing from outside run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

export class MemorySecrets implements SecretStore {
  readonly keeps = true
  secret: string | null = null
  read = async (): Promise<string | null> => this.secret
  write = async (secret: string): Promise<void> => {
    this.secret = secret
  }
  clear = async (): Promise<void> => {
    this.secret = null
  }
}

export const masha: StoreUser = { id: 'u-masha', name: 'Masha', email: 'masha@kettle.test', role: 'player' }
export const pasha: StoreUser = { id: 'u-pasha', name: 'Pasha', email: 'pasha@kettle.test', role: 'admin' }

/** A shell that can do nothing. */
export const plainShell: Shell = {
  ...{ updater: null, startup: null, tray: false, chooseFolder: null, idleSeconds: null, openOutside: null },
}

/** A store whose accounts, libraries and moods a test decides. */
export class TestStore {
  /** By token. */
  readonly users = new Map<string, StoreUser>()
  /** By user. */
  readonly libraries = new Map<string, LibraryItem[]>()
  /** The code of the second step, by address. */
  readonly secondStep = new Map<string, string>()
  /** The code that was mailed, by address. */
  readonly mailed = new Map<string, string>()
  /** Addresses that several people registered. */
  readonly contested = new Set<string>()
  /** By game. */
  readonly changelogs = new Map<string, ChangelogEntry[]>()
  /** What is thrown by every call while it is set. */
  trouble: Error | null = null
  /** What calls that begin now wait for before they are answered. */
  slow: Promise<void> | null = null
  readonly calls: string[] = []
  /** What is answered to procedures that are only carried through. */
  answers: (user: StoreUser, path: string, input: unknown) => unknown = () => null
  /** By token, made when it is first asked for. */
  readonly people = new Map<string, TestPeople>()

  /** The people of whoever has logged in last. */
  get newestPeople(): TestPeople {
    const newest = [...this.people.values()].at(-1)
    if (!newest) throw new Error('nobody has logged in')
    return newest
  }

  open = (_server: string, token: string | null): Store => {
    const asked = async <T>(call: string, answer: () => T): Promise<T> => {
      this.calls.push(call)
      const given = (): T => {
        if (this.trouble) throw this.trouble
        return answer()
      }
      if (!this.slow) return given()
      const early = given()
      await this.slow
      return early
    }
    const me = (): StoreUser => {
      const user = this.users.get(token ?? '')
      if (!user) throw storeError('NOT_SIGNED_IN')
      return user
    }
    const grant = (user: StoreUser): LogIn => {
      const granted = `token-${this.users.size}`
      this.users.set(granted, user)
      return { token: granted, user }
    }
    const people = new TestPeople()
    if (token) this.people.set(token, people)
    return {
      people,
      login: ({ email, password, code }) =>
        asked('login', () => {
          const user = [masha, pasha].find((one) => one.email === email)
          if (!user || password !== 'right') throw storeError('INVALID_CREDENTIALS')
          const wanted = this.secondStep.get(email)
          if (wanted && code === undefined) throw storeError('SECOND_FACTOR_REQUIRED')
          if (wanted && code !== wanted) throw storeError('CODE_INVALID')
          return grant(user)
        }),
      confirmEmail: ({ email, code, password }) =>
        asked('confirmEmail', () => {
          const user = [masha, pasha].find((one) => one.email === email)
          if (!user || this.mailed.get(email) !== code) throw storeError('CODE_INVALID')
          if (this.contested.has(email) && password !== 'right') throw storeError('ATTEMPT_NOT_PROVED')
          this.mailed.delete(email)
          return grant(user)
        }),
      resendCode: (email) => asked('resendCode', () => void this.mailed.set(email, '22222222')),
      me: () => asked('me', me),
      logout: () => asked('logout', () => void this.users.delete(token ?? '')),
      library: () => asked('library', () => this.libraries.get(me().id) ?? []),
      download: (gameId, _platform, channel) => asked(`download ${gameId} ${channel}`, () => ticketFor(gameId)),
      changelog: (gameId, platform, channel) =>
        asked(`changelog ${gameId} ${platform} ${channel}`, () => this.changelogs.get(gameId) ?? []),
      startPlaying: (gameId) => asked(`start ${gameId}`, () => ({ playSessionId: `s${this.calls.length}` })),
      heartbeat: (id) => asked(`beat ${id}`, () => undefined),
      stopPlaying: (id) => asked(`stop ${id}`, () => undefined),
      query: (path, input) => asked(`query ${path}`, () => this.answers(me(), path, input)),
      mutate: (path, input) => asked(`mutate ${path}`, () => this.answers(me(), path, input)),
      picture: (path) => asked(`picture ${path}`, () => ({ bytes: new Uint8Array([1]), type: 'image/png' })),
    }
  }
}

export function ticketFor(gameId: string): DownloadTicket {
  return {
    ...{ host: 'localhost', port: 2222, username: 'dl', password: 'x', hostKeySha256: '', expiresAt: '' },
    build: { id: `b-${gameId}`, version: '1.0.0', manifestSha256: 'a'.repeat(64), installBytes: 10, patches: [] },
  }
}

export function owned(id: string, slug: string): LibraryItem {
  const price = { amount: 0, currency: 'USD' }
  return {
    game: {
      ...{ id, slug, title: slug.toUpperCase(), shortDescription: '', cover: `/pictures/${slug}.png`, tags: [] },
      ...{ price, basePrice: price, discountPercent: null, discountUntil: null },
      ...{ releaseDate: '2026-01-01', rating: null, saleStatus: 'forSale' },
    },
    acquiredAt: '2026-01-01T00:00:00.000Z',
    playtimeSeconds: 0,
    lastPlayedAt: null,
    builds: [
      { id: `b-${id}`, platform: 'any', version: '1.0.0', channel: 'stable', manifestSha256: 'a', installBytes: 10 },
    ],
  }
}

interface Installing {
  finish: () => void
  fail: (error: Error) => void
  progress: (progress: InstallProgress) => void
}

/** An engine whose installs end when the test says so. */
export class TestInstaller implements Installer {
  readonly log: string[] = []
  problems: Problem[] = []
  #current: Installing | null = null

  install: Installer['install'] = async ({ dir, ticket, onProgress, signal }) => {
    this.log.push(`install ${dir}`)
    const { build } = await ticket()
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => reject(new InstallError('CANCELLED', 'stopped'))
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop)
      this.#current = { finish: resolve, fail: reject, progress: (progress) => onProgress?.(progress) }
    }).finally(() => {
      this.#current = null
    })
    this.log.push(`installed ${dir}`)
    return { build }
  }
  verify: Installer['verify'] = async () => this.problems
  uninstall: Installer['uninstall'] = async ({ dir }) => void this.log.push(`uninstall ${dir}`)

  /** Ends the install at work, as soon as one is. */
  finish = async (): Promise<void> => (await this.#atWork()).finish()
  fail = async (error: Error): Promise<void> => (await this.#atWork()).fail(error)
  progress = async (bytesDone: number, bytesTotal: number): Promise<void> =>
    (await this.#atWork()).progress({ phase: 'downloading', bytesDone, bytesTotal, bytesPerSecond: 5, secondsLeft: 2 })

  async #atWork(): Promise<Installing> {
    while (!this.#current) await settle()
    return this.#current
  }
}
