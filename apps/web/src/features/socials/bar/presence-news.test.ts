import { expect, it } from 'vitest'
import { presenceNews } from './presence-news.ts'

const wishes = { messages: true, requests: true, reviews: true, friendsOnline: true, friendsPlaying: true }
const online = { state: 'online', game: null, lastSeenAt: null } as const
const playing = { state: 'playing', game: { id: 'g', slug: 'g', title: 'G' }, lastSeenAt: null } as const

it('tells of a friend who comes or begins to play', () => {
  expect(presenceNews('offline', online, wishes)).toBe('online')
  for (const before of ['offline', 'away', 'online'] as const)
    expect(presenceNews(before, playing, wishes)).toBe('playing')
})

it('is silent where nothing is new, nobody knows, or nobody wants to hear it', () => {
  expect(presenceNews(undefined, online, wishes)).toBeNull()
  expect(presenceNews('away', online, wishes)).toBeNull()
  expect(presenceNews('playing', playing, wishes)).toBeNull()
  expect(presenceNews('playing', online, wishes)).toBeNull()
  expect(presenceNews('offline', online, { ...wishes, friendsOnline: false })).toBeNull()
  expect(presenceNews('online', playing, { ...wishes, friendsPlaying: false })).toBeNull()
  expect(presenceNews('offline', online, undefined)).toBeNull()
})
