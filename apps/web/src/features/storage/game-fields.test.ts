import { describe, expect, it } from 'vitest'
import { changeOf, creationOf, faultsOf, fieldsOf } from './game-fields.ts'
import type { OwnGame } from './own-game.tsx'

const imported: OwnGame = {
  ...{ id: '019a0000-0000-7000-8000-000000000001', revision: 3, slug: 'Half-Done_1', title: { en: 'Half', ru: '' } },
  ...{ shortDescription: { en: '', ru: '' }, description: { en: '', ru: '' }, developer: '', publisher: 'Debian' },
  ...{ releaseDate: null, tags: ['chess'], genres: [], platforms: ['linux'], basePrice: 0, published: true },
  ...{ languages: { interface: ['en'], audio: [], subtitles: [] }, ageMark: null, requirements: null },
  ...{ cover: null, header: null, screenshots: [], discounts: [], missingForSale: [] },
}

describe('a form of a game', () => {
  it('sends what was changed and nothing else', () => {
    const before = fieldsOf(imported, 'Me')
    expect(changeOf(before, before)).toEqual({})
    const fields = {
      ...before,
      tags: 'Chess,  Board game,',
      ageMark: '12',
      languages: { ...before.languages, audio: 'ru, pt-BR' },
      requirements: { ...before.requirements, minimum: { ...before.requirements.minimum, memory: ' 4 GB ' } },
    }
    expect(changeOf(fields, before)).toEqual({
      ...{ tags: ['chess', 'board game'], ageMark: 12, requirements: { minimum: { memory: '4 GB' } } },
      languages: { interface: ['en'], audio: ['ru', 'pt-BR'], subtitles: [] },
    })
  })

  it('finds no fault in what an import left empty as long as nobody touches it', () => {
    const before = fieldsOf(imported, 'Me')
    expect(faultsOf({ ...before, published: false }, before, 'ru')).toEqual([])
    const named = { ...before, developer: '\u200b', title: { en: '', ru: ' ' }, genres: `ok, ${'x'.repeat(60)}` }
    expect(faultsOf(named, before, 'ru')).toEqual([
      { path: ['title', 'ru'], code: 'TITLE_REQUIRED' },
      { path: ['developer'], code: 'TITLE_HAS_HIDDEN_CHARACTERS' },
      { path: ['genres'], code: 'LABEL_TOO_LONG' },
    ])
  })

  it('asks for all of a new game, in one language', () => {
    const fields = { ...fieldsOf(undefined, 'Me'), slug: 'a', title: { en: '', ru: 'А' } }
    expect(faultsOf(fields, null, 'en')).toEqual([
      { path: ['shortDescription', 'en'], code: 'TEXT_REQUIRED' },
      { path: ['description', 'en'], code: 'TEXT_REQUIRED' },
    ])
    expect(creationOf(fields)).toMatchObject({ basePrice: 0, ageMark: null, requirements: null, published: false })
  })
})
