import { expect, it } from 'vitest'
import { presenceNews } from './presence-news.ts'

const now = 1_000_000
const all = { messages: true, requests: true, reviews: true, friendsOnline: true, friendsPlaying: true }
const wishing = (wishes: typeof all | undefined = all) => ({ wishes, now })
const online = { state: 'online', game: null, lastSeenAt: null } as const
const playing = { state: 'playing', game: { id: 'g', slug: 'g', title: 'G' }, lastSeenAt: null } as const
const was = (state: 'online' | 'away' | 'playing' | 'offline', agoMs = 120_000) => ({ state, since: now - agoMs })

it('tells of a friend who comes or begins to play', () => {
  expect(presenceNews(was('offline'), online, wishing())).toBe('online')
  for (const before of ['offline', 'away', 'online'] as const)
    expect(presenceNews(was(before), playing, wishing())).toBe('playing')
})

it('is silent where nothing is new, nobody knows, or nobody wants to hear it', () => {
  expect(presenceNews(undefined, online, wishing())).toBeNull()
  expect(presenceNews(was('away'), online, wishing())).toBeNull()
  expect(presenceNews(was('playing'), playing, wishing())).toBeNull()
  expect(presenceNews(was('playing'), online, wishing())).toBeNull()
  expect(presenceNews(was('offline'), online, wishing({ ...all, friendsOnline: false }))).toBeNull()
  expect(presenceNews(was('online'), playing, wishing({ ...all, friendsPlaying: false }))).toBeNull()
  expect(presenceNews(was('offline'), online, { wishes: undefined, now })).toBeNull()
})

it('takes a page loaded anew for nobody’s coming', () => {
  expect(presenceNews(was('offline', 2_000), online, wishing())).toBeNull()
})
