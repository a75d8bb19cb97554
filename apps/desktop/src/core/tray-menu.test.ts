import { expect, test } from 'vitest'
import type { Snapshot } from '../shared/bridge.ts'
import type { InstallView, LibraryGame } from '../shared/views.ts'
import { trayMenu, trayTip } from './tray-menu.ts'

const words = {
  ...{ show: 'show', play: 'play {{title}}', downloading: 'down {{title}}', waiting: '+{{count}}', idle: 'idle' },
  ...{ pauseAll: 'pause', resumeAll: 'resume', quit: 'quit' },
}
const game = (id: string, lastPlayedAt: string | null) => ({ id, title: id.toUpperCase(), lastPlayedAt }) as LibraryGame
const install = (gameId: string, status: InstallView['status'], done = 0) =>
  ({ gameId, title: gameId.toUpperCase(), status, progress: done ? { done, total: 200 } : null }) as InstallView

function snapshot(change: Partial<Snapshot>): Snapshot {
  const session = {
    status: 'signedIn',
    server: 's',
    user: { name: '', email: '', role: 'player' },
    kept: true,
  } as const
  const library = { games: [], refreshedAt: null, refreshing: false, failure: null }
  return {
    session,
    library,
    installs: [],
    queue: [],
    playing: null,
    link: null,
    settings: {} as never,
    update: {} as never,
    people: {} as never,
    threads: {} as never,
    ...change,
  }
}
const labels = (change: Partial<Snapshot>): string[] =>
  trayMenu(snapshot(change), words).map((one) => (one === 'line' ? '-' : one.label))

test('who is signed out can look and leave', () => {
  expect(labels({ session: { status: 'signedOut', server: 's' }, queue: ['a'] })).toEqual(['show', '-', 'quit'])
})

test('the three ready games played last can be played, the latest first; while one runs none is started', () => {
  const dates = { a: '2026-01-02', b: '2026-01-05', c: null, d: '2026-01-04', e: '2026-01-03', f: '2026-01-06' }
  const games = Object.entries(dates).map(([id, at]) => game(id, at))
  const library = { games, refreshedAt: null, refreshing: false, failure: null }
  const installs = ['a', 'b', 'c', 'd', 'e'].map((id) => install(id, 'ready'))
  const change = { library, installs: [...installs, install('f', 'downloading')] }
  expect(labels(change)).toEqual(['show', '-', 'play B', 'play D', 'play E', '-', 'idle', '-', 'quit'])
  const playing = { gameId: 'b', title: 'B', page: null }
  const acts = trayMenu(snapshot({ ...change, playing }), words).flatMap((one) => (one === 'line' ? [] : [one.act]))
  expect(acts.filter((act) => act && 'gameId' in act)).toEqual(
    ['d', 'e', 'a'].map((gameId) => ({ do: 'game', gameId })),
  )
})

test('downloads are named, counted, and can be paused and taken up', () => {
  const installs = [install('a', 'downloading', 99), install('b', 'queued'), install('c', 'stopped')]
  const busy = { installs, queue: ['a', 'b'] }
  expect(labels(busy)).toEqual(['show', '-', 'down A', '+1', 'pause', '-', 'quit'])
  expect(labels({ installs: [install('c', 'stopped')] })).toEqual(['show', '-', 'idle', 'resume', '-', 'quit'])
  expect(trayTip(snapshot(busy))).toBe('Kettle: A, 49 %')
  expect(trayTip(snapshot({ installs: [install('a', 'queued')], queue: ['a'] }))).toBe('Kettle')
})
