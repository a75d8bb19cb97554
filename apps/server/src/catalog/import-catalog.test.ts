import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createTestDeps, makeCaller, makeGameWithoutBuild } from '@kettle/api/testing'
import { discounts, gameStats, games } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { importCatalog } from './import-catalog.ts'

let database: TestDatabase
let dir = ''
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  dir = await mkdtemp(join(tmpdir(), 'kettle-catalog-'))
})
afterAll(async () => {
  await database.close()
  await rm(dir, { recursive: true, force: true })
})
beforeEach(() => database.db.transaction((tx) => tx.delete(games)))

const store = {
  ...{
    id: 7,
    slug: 'moon-farm',
    title: 'Moon Farm',
    shortDescription: 'Grow turnips on the moon',
    description: 'Grow them',
  },
  ...{
    releaseDate: '2020-02-03',
    developers: ['A', 'B'],
    publishers: ['C'],
    tags: ['Farming Sim', 'Space', 'Indie'],
    genres: ['Indie'],
  },
  ...{ priceCents: 2000, discountCents: 1500, reviewsTotal: 200, reviewsPositivePct: 90, mature: true },
  languages: ['English', 'Russian', 'Portuguese - Brazil', 'Elvish'],
}
const debian = {
  ...{ package: 'chess-thing', title: 'Chess Thing', tags: ['game::board:chess', 'uitoolkit::gtk'] },
  description: { en: 'A game\n\nPlay chess', ru: 'Игра\n\nСыграйте в шахматы' },
  summary: { en: 'A game', ru: 'Игра' },
}

async function file(name: string, lines: (object | string)[]): Promise<string> {
  const path = join(dir, name)
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

async function run(path: string, priceOfUnpriced: number | null = 0) {
  const bad: string[] = []
  const report = await importCatalog(database.db, path, {
    ...{ priceOfUnpriced, discountDays: 14, now: new Date('2026-11-22T12:00:00Z') },
    onBadLine: (line, reason) => bad.push(`${line}: ${reason}`),
  })
  return { report, bad }
}

describe('importCatalog', () => {
  it('brings what a line says, and search finds it at once', async () => {
    const { report } = await run(await file('one.jsonl.gz', [store]))
    expect(report).toMatchObject({ lines: 1, added: 1, changed: 0, same: 0, skipped: 0, unpriced: 0 })
    const [game] = await database.db.select().from(games)
    expect(game).toMatchObject({
      ...{
        slug: 'moon-farm',
        title: { en: 'Moon Farm', ru: 'Moon Farm' },
        developer: 'A, B',
        publisher: 'C',
        ageMark: 18,
      },
      ...{
        tags: ['farming-sim', 'space'],
        genres: ['indie'],
        basePrice: 2000,
        catalogRef: 'steam:7',
        releaseDate: '2020-02-03',
      },
      languages: { interface: ['en', 'ru', 'pt-BR'], audio: [], subtitles: [] },
    })
    expect(await database.db.select().from(discounts)).toMatchObject([{ percent: 25 }])
    expect(await database.db.select().from(gameStats)).toMatchObject([
      { reviewCount: 200, reviewPositive: 180, rating: 90 },
    ])
    const api = await makeCaller(createTestDeps(database.db), { locale: 'ru' })
    for (const query of ['moon farm', 'turnps', 'симулятор фермы', 'ьщщт афкь'])
      expect(
        (await api.search.games({ query, limit: 5 })).items.map(({ slug }) => slug),
        query,
      ).toEqual(['moon-farm'])
  })

  it('changes nothing the second time, not even on the disk', async () => {
    const path = await file('twice.jsonl', [store, debian, { ...store, id: 8, slug: 'other' }])
    await run(path)
    const state = async () => [
      ...(await database.db.execute(sql`select 'g' as kind, xmin::text, to_json(g) as row from games g union all
        select 's', xmin::text, to_json(s) from game_stats s union all select 'd', xmin::text, to_json(d) from discounts d union all
        select 'x', xmin::text, to_json(game_id) from game_search order by 1, 2`)),
    ]
    const before = await state()
    expect((await run(path)).report).toMatchObject({ added: 0, changed: 0, same: 3, skipped: 0 })
    expect(await state()).toEqual(before)
  })

  it('brings what has changed, and leaves reviews of the store alone', async () => {
    await run(await file('first.jsonl', [store]))
    await database.db.transaction((tx) => tx.update(gameStats).set({ reviewCount: 300, reviewPositive: 1 }))
    const { report } = await run(await file('second.jsonl', [{ ...store, title: 'Moon Ranch', priceCents: 999 }]))
    expect(report).toMatchObject({ added: 0, changed: 1 })
    expect(await database.db.select().from(games)).toMatchObject([{ title: { en: 'Moon Ranch' }, basePrice: 999 }])
    expect(await database.db.select().from(gameStats)).toMatchObject([{ reviewCount: 300 }])
    const terms = await database.db.execute(
      sql`select term from search_terms where term in ('farm', 'ranch') and games > 0 order by 1`,
    )
    expect(terms.map(({ term }) => term)).toEqual(['farm', 'ranch'])
  })

  it('ends the discount of a game that has become free', async () => {
    await run(await file('paid.jsonl', [store]))
    await database.db.transaction((tx) => tx.update(discounts).set({ startsAt: new Date('2026-11-01T00:00:00Z') }))
    await run(await file('free.jsonl', [{ ...store, priceCents: 0, discountCents: null }]))
    expect(await database.db.select().from(discounts)).toMatchObject([{ endsAt: new Date('2026-11-22T12:00:00Z') }])
  })

  it('names bad lines with their reasons, and brings the others', async () => {
    const { report, bad } = await run(
      await file('bad.jsonl', [
        '{"slug":',
        { ...store, title: ' ' },
        '',
        { ...store, id: 9, slug: 'has space' },
        { ...store, id: 10, slug: 'good', title: 'NUL \u0000 and \ud800', developers: null, tags: null },
        { ...store, id: 11, slug: 'long', description: 'x'.repeat(1_100_000) },
        { ...store, id: 12, slug: 'good' },
        { ...store, id: 10, slug: 'good' },
        '[]',
        { ...store, id: 13, slug: 'dated', releaseDate: 'soon' },
        { ...store, id: 14, slug: 'priced', priceCents: -1 },
      ]),
    )
    expect(report).toMatchObject({ added: 1, skipped: 9, lines: 11 })
    expect(bad.map((line) => line.replace(/:.*/u, ''))).toEqual(['1', '2', '4', '6', '9', '10', '11', '7', '8'])
    expect(bad.join('\n')).toMatch(/1: is not JSON\n2: title .*\n4: slug is not a slug\n6: is longer than a megabyte/u)
    expect(bad.join('\n')).toContain('7: wants the address “good”, which belongs to steam:10')
  })

  it('reads a file that begins with a byte-order mark', async () => {
    for (const name of ['marked.jsonl', 'marked.jsonl.gz']) {
      const { report, bad } = await run(await file(name, [`\uFEFF${JSON.stringify(store)}`, debian]))
      expect([report.added + report.same, bad]).toEqual([2, []])
    }
  })

  it('leaves out what the database refuses, by name, and brings all the rest', async () => {
    const lines: object[] = Array.from({ length: 20 }, (_, at) => ({ ...store, id: 100 + at, slug: `g-${at}` }))
    lines[3] = { ...store, id: 103, slug: 'g-3', releaseDate: '0000-01-01' }
    lines[4] = { ...store, id: 104, slug: 'g-4', releaseDate: '9999-12-31' }
    lines[7] = { ...store, id: 107, slug: 'g-7', priceCents: 1_000_000_000, discountCents: null }
    // What only the database knows to be wrong.
    await database.db.transaction((tx) =>
      tx.execute(sql`alter table games add constraint games_no_eleven check (slug <> 'g-11')`),
    )
    const { report, bad } = await run(await file('refused.jsonl', lines))
    await database.db.transaction((tx) => tx.execute(sql`alter table games drop constraint games_no_eleven`))
    expect(report).toMatchObject({ added: 17, skipped: 3 })
    expect(bad.map((line) => line.replace(/:.*/u, ''))).toEqual(['4', '5', '12'])
    expect(bad[2]).toMatch(/^12: is refused by the database: .*games_no_eleven/u)
  })

  it.each(['.', '..', 'a\\b', 'a\u202eb', '\u200b', 'a\0b'])('takes no address like %j', async (slug) => {
    const { report, bad } = await run(await file('slugs.jsonl', [{ ...store, slug }]))
    expect([report.added, bad]).toEqual([0, ['1: slug is not a slug']])
  })

  it('shows nothing hidden in names, and leaves out what has no name then', async () => {
    const { bad } = await run(
      await file('hidden.jsonl', [
        {
          ...store,
          title: 'Moon\u202e \u200bFarm\u00ad',
          developers: ['\u2066A\u2069', '\u200b'],
          publishers: ['\u3164'],
        },
        { ...store, id: 8, slug: 'unseen', title: '\u200b\u2800' },
      ]),
    )
    expect(bad).toEqual(['2: title is empty'])
    expect(await database.db.select().from(games)).toMatchObject([
      { title: { en: 'Moon Farm', ru: 'Moon Farm' }, developer: 'A', publisher: '' },
    ])
  })

  it('takes no earlier address of another game either', async () => {
    const game = await makeGameWithoutBuild(database.db, { slug: 'moon-farm' })
    await database.db.transaction((tx) => tx.update(games).set({ slug: 'renamed' }).where(eq(games.id, game.id)))
    const { report, bad } = await run(await file('earlier.jsonl', [store, debian]))
    expect([report.added, bad.length]).toEqual([1, 1])
    expect(bad[0]).toContain('1: wants the address “moon-farm”')
  })

  it('takes no address away from a game that is there', async () => {
    await makeGameWithoutBuild(database.db, { slug: 'moon-farm' })
    await makeGameWithoutBuild(database.db, { slug: 'chess-thing' })
    const { report } = await run(await file('taken.jsonl', [store, debian]))
    expect(report).toMatchObject({ added: 1, skipped: 1 })
    expect(await database.db.select().from(games).where(eq(games.catalogRef, 'debian:chess-thing'))).toMatchObject([
      {
        slug: 'chess-thing-debian',
        tags: ['board-game', 'chess'],
        shortDescription: { ru: 'Игра' },
        description: { ru: 'Сыграйте в шахматы' },
      },
    ])
    expect((await run(await file('taken.jsonl', [store, debian]))).report).toMatchObject({
      added: 0,
      same: 1,
      skipped: 1,
    })
  })

  it('gives the unpriced a price, or leaves them out', async () => {
    const path = await file('unpriced.jsonl', [{ ...store, priceCents: null }])
    expect((await run(path, null)).report).toMatchObject({ added: 0, skipped: 1 })
    expect((await run(path, 700)).report).toMatchObject({ added: 1, unpriced: 1 })
    expect(await database.db.select().from(games)).toMatchObject([{ basePrice: 700 }])
  })

  it('fails on a file that is cut off, and goes on from there the next time', async () => {
    const lines = Array.from({ length: 1200 }, (_, at) => ({
      ...store,
      id: 1000 + at,
      slug: `g-${at}`,
      shortDescription: `${at}-${Math.sin(at)}`,
    }))
    const whole = gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'))
    const path = join(dir, 'cut.jsonl.gz')
    await writeFile(path, whole.subarray(0, whole.length - 2_000))
    await expect(run(path)).rejects.toThrow(/unexpected end of file/u)
    await writeFile(path, whole)
    const { report } = await run(path)
    expect(report.added + report.same).toBe(1200)
    expect(report.same).toBeGreaterThanOrEqual(500)
  })
})
