import { useSyncExternalStore } from 'react'
import type { Answer, Bridge, Input, RequestName, Snapshot } from '../../shared/bridge.ts'
import type { InstallView } from '../../shared/views.ts'
import { currentLanguage, showLanguage } from './i18n.ts'
import { socketBridge } from './socket-bridge.ts'

declare global {
  interface Window {
    /** Given by Electron's preload; absent in a browser. */
    kettle?: Bridge
  }
}

/** What the screen shows: the launcher's own state, as last told. Null before the first word. */
interface Screen {
  snapshot: Snapshot | null
  /** False while the launcher behind a browser page is away. */
  connected: boolean
}

let screen: Screen = { snapshot: null, connected: true }
const watchers = new Set<() => void>()
let bridge: Bridge

function show(change: Partial<Screen>): void {
  screen = { ...screen, ...change }
  for (const watcher of watchers) watcher()
}

function change(part: Partial<Snapshot>): void {
  if (screen.snapshot) show({ snapshot: { ...screen.snapshot, ...part } })
}

async function load(): Promise<void> {
  const answer = await bridge.request('snapshot', undefined)
  if (!answer.ok) return
  const { language } = answer.value.settings
  if (language && language !== currentLanguage()) {
    await showLanguage(language)
    // What was told meanwhile is not in this answer.
    return load()
  }
  // Nothing was chosen yet: the store shall speak as the screen does.
  if (!language) void bridge.request('setLanguage', { language: currentLanguage() })
  show({ snapshot: answer.value, connected: true })
}

/** Connects the screen to the launcher: by the preload's bridge, else by a WebSocket beside this page. */
export function connectLauncher(): void {
  if (window.kettle) bridge = window.kettle
  else {
    const address = new URL('bridge', location.href.split('#')[0])
    address.protocol = 'ws'
    const socket = socketBridge(address.href)
    socket.onLine((up) => (up ? void load() : show({ connected: false })))
    bridge = socket
    handOverLink()
  }
  bridge.on('session', (session) => change({ session }))
  bridge.on('library', (library) => change({ library }))
  bridge.on('queue', (queue) => change({ queue }))
  bridge.on('settings', (settings) => change({ settings }))
  bridge.on('playing', (playing) => change({ playing }))
  bridge.on('link', (link) => change({ link }))
  bridge.on('update', (update) => change({ update }))
  bridge.on('people', (people) => change({ people }))
  bridge.on('threads', (threads) => change({ threads }))
  bridge.on('install', (view) => change({ installs: withInstall(screen.snapshot?.installs ?? [], view) }))
  if (window.kettle) void load()
  else sayAttended()
}

const SAID_EVERY_MS = 30_000

/** A browser's page can't ask the system whether somebody is there, but it sees what is done in it. */
function sayAttended(): void {
  let saidAt = 0
  const say = (): void => {
    if (Date.now() - saidAt < SAID_EVERY_MS) return
    saidAt = Date.now()
    void bridge.request('attended', undefined)
  }
  for (const name of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const)
    window.addEventListener(name, say, { capture: true, passive: true })
}

/** A browser can't be asked for `kettle://` links, so it takes one by its address: `?open=kettle%3A%2F%2Finstall%2F<id>`. */
function handOverLink(): void {
  const link = new URLSearchParams(location.search).get('open')
  if (!link) return
  history.replaceState(null, '', location.pathname + location.hash)
  void bridge.request('openLink', { link })
}

function withInstall(installs: InstallView[], view: InstallView): InstallView[] {
  return [...installs.filter(({ gameId }) => gameId !== view.gameId), view]
}

/** The state of the launcher; the component renders again when it changes. */
export function useLauncher(): Screen {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => screen,
  )
}

/** Asks the launcher for something. */
export function ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  return bridge.request(name, input)
}

/** Listens to what the launcher tells, until the function it returns is called. */
export const hear: Bridge['on'] = (name, listener) => bridge.on(name, listener)

/** How a game stands on this computer. */
export function installOf(snapshot: Snapshot, gameId: string): InstallView {
  const nothing = { title: '', version: null, progress: null, failure: null, detail: null }
  return snapshot.installs.find((one) => one.gameId === gameId) ?? { gameId, status: 'absent', ...nothing }
}
