import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { answer, type Events, type RequestName, type Snapshot } from '../../shared/bridge.ts'
import type { InstallView } from '../../shared/views.ts'
import { type Launcher, startLauncher } from '../launcher.ts'
import type { Shell } from '../ports.ts'
import { createTraffic } from '../traffic.ts'
import { MemorySecrets, masha, owned, plainShell, settle, TestClock, TestInstaller, TestStore } from './fakes.ts'

/** The address of the store that test launchers know. */
export const server = 'http://store.test'
/** Two games; Masha owns both. */
export const tea = '019a0000-0000-7000-8000-000000000001'
export const jam = '019a0000-0000-7000-8000-000000000002'

type Told = { [Name in keyof Events]: { name: Name; event: Events[Name] } }[keyof Events]

/** A computer on which launchers are started, with all that they reach. */
export interface Computer {
  /** The launcher's own folder. */
  data: string
  store: TestStore
  secrets: MemorySecrets
  /** Of the launcher that was started last, like its clock. */
  installer: TestInstaller
  clock: TestClock
  /** What all launchers have told, in order. */
  events: Told[]
  start(shell?: Shell): Promise<Launcher>
}

/** A computer anew for each test of a file. */
export function useComputer(): Computer {
  let launchers: Launcher[] = []
  const computer = {
    async start(shell: Shell = plainShell) {
      computer.installer = new TestInstaller()
      computer.clock = new TestClock()
      const { data, store, secrets, installer, clock, events } = computer
      const launcher = await startLauncher({
        places: { data, games: join(data, 'games') },
        platform: 'linux',
        defaultServer: server,
        ...{ clock, shell, secrets, installer },
        random: () => 0.5,
        traffic: createTraffic(clock),
        load: () => ({ busyMs: 0, cpuMs: 0 }),
        openStore: store.open,
        startProgram: () => Promise.reject(new Error('no programs here')),
        showPage: () => Promise.reject(new Error('no pages here')),
        setLanguage: () => {},
      })
      launcher.listen((name, event) => events.push({ name, event } as Told))
      launchers.push(launcher)
      await settle()
      return launcher
    },
  } as Computer

  beforeEach(async () => {
    launchers = []
    computer.data = await mkdtemp(join(tmpdir(), 'kettle-core-'))
    computer.store = new TestStore()
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    computer.secrets = new MemorySecrets()
    computer.events = []
  })
  afterEach(async () => {
    for (const launcher of launchers) await launcher.close()
    await settle()
    await rm(computer.data, { recursive: true, force: true })
  })
  return computer
}

/** Asks as a screen does; gives the answer, or the reason why there is none. */
export async function ask(launcher: Launcher, name: RequestName, input?: unknown): Promise<unknown> {
  const given = await answer(launcher.handlers, name, input)
  await settle()
  return given.ok ? given.value : given.failure.reason
}

export const sessionOf = async (launcher: Launcher): Promise<Snapshot['session']> =>
  (await launcher.handlers.snapshot(undefined)).session
export const libraryOf = async (launcher: Launcher): Promise<Snapshot['library']> =>
  (await launcher.handlers.snapshot(undefined)).library

/** Logs in and waits for the library that follows. */
export async function login(launcher: Launcher, email = masha.email, password = 'right'): Promise<unknown> {
  const given = await ask(launcher, 'login', { server, email, password })
  if (given === undefined) await expect.poll(() => libraryOf(launcher)).toMatchObject({ refreshing: false })
  return given
}

/** How a game stands on the computer. */
export async function statusOf(launcher: Launcher, gameId: string): Promise<Partial<InstallView>> {
  const { installs } = await launcher.handlers.snapshot(undefined)
  const { status, failure } = installs.find((one) => one.gameId === gameId) ?? { status: 'absent', failure: null }
  return failure ? { status, failure } : { status }
}
