import { expect, test } from 'vitest'
import type { InstallView, LibraryGame } from '../../shared/views.ts'
import { findGames } from './find-games.ts'

function game(id: string, title: string, tags: string[] = [], version = '2'): LibraryGame {
  return {
    ...{ id, slug: id, title, shortDescription: '', cover: null, tags, acquiredAt: '', playtimeSeconds: 0 },
    ...{ lastPlayedAt: null, build: { id: 'b', version, installBytes: 1, channel: 'stable' } },
  }
}
function install(gameId: string, status: InstallView['status'], version: string | null): [string, InstallView] {
  return [gameId, { gameId, title: '', status, version, progress: null, failure: null, detail: null }]
}

const games = [game('a', 'Чёрный чайник', ['Уют']), game('b', 'Café Orbital', ['Space']), game('c', 'Post')]
const installs = new Map([install('a', 'ready', '1'), install('b', 'ready', '2'), install('c', 'stopped', null)])
const find = (query: string, show: 'all' | 'installed' | 'updates' = 'all') =>
  findGames(games, installs, { query, show }).map(({ id }) => id)

test('finds by beginnings of words, of title and tags, without minding accents', () => {
  expect(find('')).toEqual(['a', 'b', 'c'])
  expect(find('  черн')).toEqual(['a'])
  expect(find('чай уют')).toEqual(['a'])
  expect(find('cafe SP')).toEqual(['b'])
  expect(find('rbital')).toEqual([])
  expect(find('.*')).toEqual(['a', 'b', 'c'])
})

test('shows what is installed, and what has an update', () => {
  expect(find('', 'installed')).toEqual(['a', 'b'])
  expect(find('', 'updates')).toEqual(['a'])
  expect(find('orbital', 'updates')).toEqual([])
})
