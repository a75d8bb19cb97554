import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { demoGames } from './catalogue.ts'

test('the demo store has free games, cheap games and builds to play', () => {
  expect(new Set(demoGames.map((game) => game.slug)).size).toBe(demoGames.length)
  expect(demoGames.filter((game) => game.discountPercent)).toHaveLength(2)
  expect(demoGames.filter((game) => game.build).length).toBeGreaterThanOrEqual(2)
  expect(demoGames.some((game) => game.build && game.price === 0)).toBe(true)
})

test.each(demoGames.map((game) => [game.slug, game] as const))(
  '%s is told in both languages and drawn by itself',
  (_slug, game) => {
    for (const language of ['en', 'ru'] as const) {
      expect(game.shortDescription[language].split(/\s+/).length).toBeGreaterThanOrEqual(18)
      expect(game.shortDescription[language].length).toBeLessThanOrEqual(400)
      expect(game.description[language].split(/\s+/).length).toBeGreaterThanOrEqual(80)
    }
    for (const picture of [game.cover(), game.header()]) {
      expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 (600 800|1200 500)"/)
      expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|<script|<image|@import|NaN|undefined/,
      )
    }
    expect(game.cover()).toBe(game.cover())
  },
)

interface SlipperyBusiness {
  levels: { par: number; rows: string[] }[]
  Rules: { read: (rows: string[]) => unknown; solve: (room: unknown) => string[] | undefined }
}

test('every room of Slippery Business can be won in exactly its record', () => {
  const dir = demoGames.find((game) => game.slug === 'slippery-business')?.build?.dir ?? ''
  const source = ['rules.js', 'levels.js'].map((file) => readFileSync(join(dir, file), 'utf8')).join('\n')
  const { levels, Rules } = runInNewContext(`${source}\n;({ levels, Rules })`) as SlipperyBusiness
  expect(levels).toHaveLength(12)
  for (const level of levels) expect(Rules.solve(Rules.read(level.rows))).toHaveLength(level.par)
})
