import { platforms as apiPlatforms, sorts as apiSorts, gamesInput, QUERY_MAX } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search-params.ts'
import { countFilters, platforms, queryMax, readFilters, sorts, tagList, toggleTag, withoutFilters } from './filters.ts'
import { questionOf } from './question.ts'

describe('the words of the address', () => {
  it('are the words of the API', () => {
    expect([...sorts].toSorted()).toEqual([...apiSorts].toSorted())
    expect([...platforms, 'any'].toSorted()).toEqual([...apiPlatforms].toSorted())
    expect(queryMax).toBe(QUERY_MAX)
  })
})

describe('readFilters', () => {
  it('goes there and back', () => {
    const filters = readFilters(
      parseSearch('?q=тихая игра&tags=cozy,trains&platform=linux&price=1000&sale=1&sort=-price'),
    )
    expect(filters).toEqual({
      q: 'тихая игра',
      tags: 'cozy,trains',
      platform: 'linux',
      price: '1000',
      sale: '1',
      sort: '-price',
    })
    expect(readFilters(parseSearch(stringifySearch(filters)))).toEqual(filters)
  })

  it.each([
    '?tags=,,&platform=amiga&price=-5&sale=yes&sort=random&exact=1',
    '?price=1e9&price=&sort=__proto__',
    `?price=${'9'.repeat(400)}`,
    '?q=%20%20',
    `?tags=${'x'.repeat(51)}`,
  ])('drops what is none: %s', (search) => {
    expect(Object.values(readFilters(parseSearch(search))).filter(Boolean)).toEqual([])
  })

  it('never asks what the API would refuse', () => {
    const many = Array.from({ length: 40 }, (_, at) => `tag-${at}`).join()
    const search = parseSearch(`?q=${'ё'.repeat(900)}&tags=${many},tag-1&price=999999999&sale=1&exact=1`)
    expect(gamesInput.safeParse(questionOf(readFilters(search))).success).toBe(true)
  })
})

describe('tags', () => {
  it('go on and off', () => {
    const one = toggleTag({ q: 'tram', sort: 'new' }, 'cozy')
    expect(one).toEqual({ q: 'tram', sort: 'new', tags: 'cozy' })
    expect(tagList(toggleTag(one, 'trains').tags)).toEqual(['cozy', 'trains'])
    expect(toggleTag(one, 'cozy').tags).toBeUndefined()
  })
  it('are counted with the other filters', () => {
    const filters = readFilters({ q: 'tram', tags: 'a,b', sale: '1', sort: 'new' })
    expect(countFilters(filters)).toBe(3)
    expect(countFilters(withoutFilters(filters))).toBe(0)
    expect(withoutFilters(filters).q).toBe('tram')
  })
})
