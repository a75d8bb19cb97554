import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path.ts'
import { parseSearch, stringifySearch } from './search-params.ts'

describe('search parameters', () => {
  it('keeps text that looks like something else', () => {
    expect(parseSearch('?q=2048&code=01234567&on=true')).toEqual({ q: '2048', code: '01234567', on: 'true' })
    expect(stringifySearch({ q: '2048' })).toBe('?q=2048')
  })
  it('goes there and back', () => {
    const search = { q: 'чай & "лимон" = 100%', from: '/game/a?b=c' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })
  it('leaves out what is empty', () => {
    expect(stringifySearch({ q: '', from: undefined })).toBe('')
  })
})

describe('the way back after log-in', () => {
  it('is a path of ours', () => {
    expect(returnPath('/game/snow-line?x=1')).toBe('/game/snow-line?x=1')
  })
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
    undefined,
    7,
  ])('is not %j', (value) => {
    expect(returnPath(value)).toBeUndefined()
  })
})
