import { expect, test } from 'vitest'
import type { Snapshot } from './bridge.ts'
import { noticePlace } from './notice-place.ts'
import type { LibraryGame } from './views.ts'

const tea: LibraryGame = {
  ...{ id: 'tea', slug: 'tea-time', title: 'Tea', shortDescription: '', cover: null, tags: [], acquiredAt: '' },
  ...{ playtimeSeconds: 0, lastPlayedAt: null, build: null },
}
const known: Pick<Snapshot, 'session' | 'library'> = {
  session: { status: 'signedOut', server: 'https://store.test' },
  library: { games: [tea], refreshedAt: null, refreshing: false, failure: null },
}

test('a notice leads to the game, its reviews or the person; a game that was given back is shown by the store', () => {
  const place = (notice: Parameters<typeof noticePlace>[0]) => noticePlace(notice, known)
  expect(place({ kind: 'installed', gameId: 'tea', title: 'Tea', version: '1' })).toBe('#/game/tea')
  expect(place({ kind: 'reviewReply', gameId: 'tea', slug: 'tea-time' })).toBe('#/game/tea?at=reviews')
  expect(place({ kind: 'reviewJudged', gameId: 'jam', slug: 'a-jar-of-jam', verdict: 'kept' })).toBe(
    'https://store.test/game/a-jar-of-jam#reviews',
  )
  expect(place({ kind: 'request', userId: 'anna', title: 'Anna' })).toBe('#/friends?show=requests')
  expect(place({ kind: 'message', userId: 'anna', title: 'Anna', text: 'Tea?' })).toBe('#/friends/anna')
})
