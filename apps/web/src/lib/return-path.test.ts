import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

describe('returnPath', () => {
  it.each(['/', '/library', '/game/orbital-post', '/search?q=tram#top', '/account/security'])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(path)
  })
  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'library',
    '',
    undefined,
    7,
    ['/library'],
  ])('drops %j', (path) => {
    expect(returnPath(path)).toBeUndefined()
  })
})
