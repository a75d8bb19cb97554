import { beforeEach, expect, test } from 'vitest'
import type { InstallView, LibraryGame, LibraryView, NoticeView } from '../shared/views.ts'
import { createNotices, type Notices, noticeText } from './notices.ts'

const wanted = { notifyInstalled: true, notifyUpdates: true, notifyFailures: true }
let told: NoticeView[]
let here: InstallView
let notices: Notices

function view(
  status: InstallView['status'],
  version: string | null,
  failure: InstallView['failure'] = null,
): InstallView {
  return { gameId: 'tea', title: 'Tea', status, version, failure, progress: null, detail: null }
}
const go = (...views: InstallView[]): void => {
  for (const one of views) notices.install(one)
}
function library(id: string, version: string): LibraryView {
  const build = { id, version, installBytes: 1, channel: 'stable' as const }
  const games = [{ id: 'tea', title: 'Tea', build } as LibraryGame]
  return { games, refreshedAt: null, refreshing: false, failure: null }
}
beforeEach(() => {
  told = []
  here = view('ready', '1.0')
  notices = createNotices({ wanted: () => wanted, installed: () => here, tell: (notice) => told.push(notice) })
})

test('a game that arrived is told of once, an update as one', () => {
  go(view('queued', null), view('downloading', null), view('ready', '1.0'), view('ready', '1.0'))
  go(view('queued', '1.0'), view('downloading', '1.0'), view('verifying', '1.0'), view('ready', '1.1'))
  expect(told).toEqual([
    { kind: 'installed', gameId: 'tea', title: 'Tea', version: '1.0' },
    { kind: 'updated', gameId: 'tea', title: 'Tea', version: '1.1' },
  ])
})

test('what the player did himself is no news: a check, a pause, a removal', () => {
  go(view('verifying', '1.0'), view('ready', '1.0'), view('verifying', '1.0'), view('broken', '1.0'))
  go(view('downloading', null), view('stopped', null), view('removing', null), view('absent', null))
  expect(told).toEqual([])
})

test('a failed download is told of with its reason, and again when it fails again', () => {
  go(view('stopped', null, 'NO_SPACE'))
  expect(told).toEqual([])
  go(view('downloading', null), view('stopped', null, 'NO_SPACE'))
  go(view('downloading', null), view('stopped', null, 'LINE_LOST'))
  expect(told).toMatchObject([{ failure: 'NO_SPACE' }, { failure: 'LINE_LOST' }])
})

test('an update is news when the store brings it, not at every start, and not for who has it', () => {
  notices.library(library('b1', '1.0'))
  notices.library(library('b1', '1.0'))
  notices.library(library('b2', '1.1'))
  notices.library(library('b2', '1.1'))
  expect(told).toEqual([{ kind: 'updateReady', gameId: 'tea', title: 'Tea', version: '1.1' }])
  here = view('ready', '1.2')
  notices.library(library('b3', '1.2'))
  here = view('downloading', '1.2')
  notices.library(library('b4', '1.3'))
  notices.forget()
  here = view('ready', '1.2')
  notices.library(library('b5', '1.4'))
  expect(told).toHaveLength(1)
})

test.each(['notifyInstalled', 'notifyUpdates', 'notifyFailures'] as const)(
  'without %s there is that much less',
  (name) => {
    wanted[name] = false
    try {
      go(view('queued', null), view('ready', '1.0'), view('queued', '1.0'), view('stopped', '1.0', 'NO_SPACE'))
      notices.library(library('b1', '1.0'))
      notices.library(library('b2', '1.1'))
      expect(told).toHaveLength(2)
    } finally {
      wanted[name] = true
    }
  },
)

const reviews = { reviewReply: 'answered', kept: 'kept', removed: 'gone' }

test('the system is given the game and what happened to it', () => {
  const words = {
    installed: 'in {{version}}',
    updated: 'up {{version}}',
    updateReady: 'out {{version}}',
    failed: 'no: {{why}}',
    ...{ request: 'asks', accepted: 'accepted', friendOnline: 'on', friendPlaying: 'plays {{game}}' },
    ...reviews,
  }
  const text = (notice: NoticeView) => noticeText(notice, words, (reason) => `because ${reason}`)
  const of = { gameId: 'tea', title: 'Tea' }
  expect(text({ kind: 'updateReady', ...of, version: '1.1' })).toEqual({ title: 'Tea', body: 'out 1.1' })
  expect(text({ kind: 'failed', ...of, failure: 'NO_SPACE' })).toEqual({ title: 'Tea', body: 'no: because NO_SPACE' })
})

test('of people it is given their name, and of a message its text', () => {
  const words = {
    ...{ installed: '', updated: '', updateReady: '', failed: '' },
    ...{ request: 'asks', accepted: 'accepted', friendOnline: 'on', friendPlaying: 'plays {{game}}' },
    ...reviews,
  }
  const text = (notice: NoticeView) => noticeText(notice, words, () => '')
  const who = { userId: 'anna', title: 'Anna' }
  expect(text({ kind: 'message', ...who, text: 'tea {{why}}?' })).toEqual({ title: 'Anna', body: 'tea {{why}}?' })
  expect(text({ kind: 'request', ...who })).toEqual({ title: 'Anna', body: 'asks' })
  expect(text({ kind: 'friendPlaying', ...who, game: 'Cash $& Tea' })).toEqual({
    title: 'Anna',
    body: 'plays Cash $& Tea',
  })
})

test('of a review there is only the sentence', () => {
  const words = {
    ...{ installed: '', updated: '', updateReady: '', failed: '', request: '', accepted: '', friendOnline: '' },
    ...{ friendPlaying: '', ...reviews },
  }
  const text = (notice: NoticeView) => noticeText(notice, words, () => '')
  const game = { gameId: 'tea', slug: 'tea' }
  expect(text({ kind: 'reviewReply', ...game })).toEqual({ title: 'answered', body: '' })
  expect(text({ kind: 'reviewJudged', ...game, verdict: 'removed' })).toEqual({ title: 'gone', body: '' })
  expect(text({ kind: 'reviewJudged', ...game, verdict: 'kept' })).toEqual({ title: 'kept', body: '' })
})
