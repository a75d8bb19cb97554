import { expect, it } from 'vitest'
import { gameLinksIn } from './game-links.ts'

const origin = 'https://kettle.test'

it('finds the games of this store, each once, and few of them', () => {
  const link = (slug: string) => `${origin}/game/${slug}`
  expect(gameLinksIn(`${link('tram')} и ${link('tram')}, ${link('orbital-post')}?from=x`, origin)).toEqual([
    ...['tram', 'orbital-post'],
  ])
  expect(gameLinksIn(['a', 'b', 'c', 'd'].map(link).join(' '), origin)).toEqual(['a', 'b', 'c'])
})

it('finds none elsewhere', () => {
  for (const text of [
    'https://kettle.test.evil.test/game/tram',
    'https://kettle.test@evil.test/game/tram',
    'http://kettle.test/game/tram',
    `${origin}/games/tram`,
    `${origin}/game/tram/edit`,
    `${origin}/game/%2e%2e`,
    'просто текст',
  ])
    expect(gameLinksIn(text, origin), text).toEqual([])
})
