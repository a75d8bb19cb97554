import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { tagNames } from '@kettle/api'
import { expect, test } from 'vitest'
import { demoGames } from './catalogue.ts'
import { demoBuyers, demoLibrary } from './people.ts'
import { plannedPurchases } from './purchases.ts'
import { plannedDiscounts } from './sales.ts'
import { random } from './svg.ts'

const DAY_MS = 24 * 3600_000

test('the demo store has thirty games, some free, four of them to be played, one as a program', () => {
  expect(demoGames).toHaveLength(30)
  for (const name of ['slug', 'cover', 'header'] as const)
    expect(new Set(demoGames.map((game) => game[name])).size).toBe(demoGames.length)
  expect(demoGames.filter(({ build }) => build)).toHaveLength(4)
  expect(demoGames.filter(({ build, price }) => build && price === 0).length).toBeGreaterThanOrEqual(1)
  expect(demoGames.filter(({ screenshots }) => screenshots.length >= 2).length).toBeGreaterThanOrEqual(12)
})

test.each(demoGames.map((game) => [game.slug, game] as const))(
  '%s is told in both languages, and its facts can be true',
  (slug, game) => {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(game.title.ru).toMatch(/[а-яё]/i)
    for (const language of ['en', 'ru'] as const) {
      expect(game.shortDescription[language].split(/\s+/).length).toBeGreaterThanOrEqual(18)
      expect(game.shortDescription[language].length).toBeLessThanOrEqual(400)
      expect(game.description[language].split(/\s+/).length).toBeGreaterThanOrEqual(80)
    }
    expect(game.description.en).not.toMatch(/[а-яё]/i)
    expect(game.price === 0 || (game.price % 100 === 99 && game.price >= 99 && game.price <= 3999)).toBe(true)
    expect(game.price === 0 ? game.sale : undefined).toBeUndefined()
    expect(game.releasedDaysAgo).toBeGreaterThan(0)
    expect(game.releasedDaysAgo).toBeLessThan(3 * 365)
    for (const key of [...game.tags, ...game.genres]) expect(tagNames.has(key), key).toBe(true)
    expect(new Set(game.tags).size).toBe(game.tags.length)
    expect(game.languages.interface).toEqual(expect.arrayContaining(['en', 'ru']))
    expect(game.requirements.minimum).toMatchObject({ system: expect.any(String), storage: expect.any(String) })
  },
)

test.each(
  demoGames.flatMap(({ slug, cover, header, screenshots }) => [
    [`${slug}, cover`, cover, '600 800'] as const,
    [`${slug}, header`, header, '1200 500'] as const,
    ...screenshots.map((draw, i) => [`${slug}, screenshot ${i + 1}`, draw, '1280 720'] as const),
  ]),
)('%s is drawn by itself, well-formed and small', (_name, draw, size) => {
  const picture = draw()
  expect(picture.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"`)).toBe(true)
  expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|@import|NaN|undefined/)
  expect(Buffer.byteLength(picture)).toBeLessThan(40_000)
  expect(openTags(picture)).toEqual([])
  expect(draw()).toBe(picture)
})

/** Elements that are not closed in order; a stray `<` or `&` counts too. */
function openTags(picture: string): string[] {
  const open: string[] = []
  for (const [all, end, name = '', closed] of picture.matchAll(
    /<(\/?)([A-Za-z]+)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|#\d+);)/g,
  )) {
    if (!name) return [...open, all]
    if (end && open.pop() !== name) return [...open, all]
    if (!end && !closed) open.push(name)
  }
  return open
}

test('on every day of two years six to eight games are on sale', () => {
  const seededAt = new Date('2026-11-23T12:00:00Z')
  const sales = demoGames.map((game) => plannedDiscounts(game, seededAt))
  for (let day = 0; day < 700; day++) {
    const at = seededAt.getTime() + (day + 0.5) * DAY_MS
    const live = sales.filter((planned) => planned.some(({ startsAt, endsAt }) => +startsAt <= at && +endsAt > at))
    expect(live.length, `day ${day}`).toBeGreaterThanOrEqual(6)
    expect(live.length, `day ${day}`).toBeLessThanOrEqual(8)
  }
})

test('people buy what they like, after it came out, within their means', () => {
  expect(new Set(demoBuyers.map(({ email }) => email)).size).toBe(demoBuyers.length)
  for (const { likes } of demoBuyers) for (const like of likes) expect(tagNames.has(like), like).toBe(true)
  const plan = plannedPurchases(demoGames, demoBuyers)
  const game = (slug: string) => demoGames.find((one) => one.slug === slug)
  for (const purchases of plan.values()) {
    expect(purchases.reduce((sum, { slug }) => sum + (game(slug)?.price ?? Number.NaN), 0)).toBeLessThanOrEqual(50_000)
    for (const { slug, daysAgo } of purchases) {
      expect(daysAgo).toBeGreaterThan(0)
      expect(daysAgo).toBeLessThan(game(slug)?.releasedDaysAgo ?? 0)
    }
  }
  const sold = [...plan.values()].flat()
  for (const { slug, buyers } of demoGames) expect(sold.filter((one) => one.slug === slug)).toHaveLength(buyers)
  for (const { slug, boughtDaysAgo, sittings } of demoLibrary) {
    expect(boughtDaysAgo).toBeLessThan(game(slug)?.releasedDaysAgo ?? 0)
    for (const [daysAgo, minutes] of sittings) {
      expect(daysAgo).toBeLessThan(boughtDaysAgo)
      expect(daysAgo * 24 * 60).toBeGreaterThan(minutes)
    }
  }
})

/** The scripts of a real game, without its page. */
function load<Names>(slug: string, files: string[], names: string): Names {
  const folder = demoGames.find((game) => game.slug === slug)?.build?.folders.at(-1) ?? ''
  const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  return runInNewContext(`${source}\n;({ ${names} })`) as Names
}

interface SlipperyBusiness {
  levels: { par: number; rows: string[] }[]
  Rules: { read: (rows: string[]) => unknown; solve: (room: unknown) => string[] | undefined }
}

test('every room of Slippery Business can be won in exactly its record', () => {
  const { levels, Rules } = load<SlipperyBusiness>('slippery-business', ['rules.js', 'levels.js'], 'levels, Rules')
  expect(levels).toHaveLength(12)
  for (const level of levels) expect(Rules.solve(Rules.read(level.rows))).toHaveLength(level.par)
})

interface World {
  berries: { kind: number; x: number; y: number; r: number; vx: number; vy: number }[]
  score: number
  over: boolean
  wait: number
}
interface JamJar {
  Jar: {
    width: number
    height: number
    begin: (random: () => number) => World
    move: (jar: World, x: number) => void
    drop: (jar: World) => boolean
    step: (jar: World, seconds: number) => void
  }
}

test('berries stay in their jar, come to rest, merge, and at last look over its rim', () => {
  const { Jar } = load<JamJar>('a-jar-of-jam', ['jar.js'], 'Jar')
  const next = random(5)
  const jar = Jar.begin(next)
  const seconds = (time: number) => {
    for (let i = 0; i < time * 60; i++) Jar.step(jar, 1 / 60)
  }
  let drops = 0
  while (!jar.over && drops < 400) {
    Jar.move(jar, next() * Jar.width)
    expect(Jar.drop(jar)).toBe(true)
    expect(Jar.drop(jar)).toBe(false)
    drops++
    seconds(0.6)
    for (const { x, y, r } of jar.berries) {
      expect(Math.abs(x - Jar.width / 2)).toBeLessThanOrEqual(Jar.width / 2 - r + 2)
      expect(y).toBeLessThanOrEqual(Jar.height - r + 2)
    }
    if (drops === 40) {
      seconds(12)
      for (const { vx, vy } of jar.berries) expect(Math.hypot(vx, vy)).toBeLessThan(15)
    }
  }
  expect(jar.over).toBe(true)
  expect(drops).toBeGreaterThan(60)
  expect(jar.score).toBeGreaterThan(500)
  expect(jar.berries.length).toBeLessThan(drops)
})

/** A whole ride of Seventh Floor, Please, as its terminal shows it. */
function ride(looks: string, language: string): string {
  const folder = demoGames.find(({ slug }) => slug === 'seventh-floor-please')?.build?.folders[0] ?? ''
  const env = { PATH: process.env.PATH, LC_ALL: language }
  return execFileSync('sh', [join(folder, 'ride.sh')], { input: looks.replaceAll(' ', '\n'), env, encoding: 'utf8' })
}

test.skipIf(process.platform === 'win32')(
  'a lift ride ends in one of its ways, whatever one looks at, in both languages',
  () => {
    expect(ride('1 1 4 3 4 4 ', 'C')).toContain('took the stairs')
    expect(ride('1 1 1 1 2 1 ', 'C')).toContain('everybody says at once')
    expect(ride('1 3 1 2 1 1 ', 'C')).toContain('A perfect ride')
    expect(ride('3 3 2 1 3 3 ', 'C')).toContain('a friend for life')
    expect(ride('ficus ; $(x) * 9 4 ', 'ru_RU.UTF-8')).toMatch(/Вы смотрите на всё сразу[\s\S]*пешком/u)
    // Who walks away ends it too.
    expect(ride('1 2', 'ru_RU.UTF-8')).not.toContain('КОНЦОВКА')
  },
)

test('the ride is the same on every system', () => {
  const folder = demoGames.find(({ slug }) => slug === 'seventh-floor-please')?.build?.folders[0] ?? ''
  const [shell, batch] = ['ride.sh', 'ride.cmd'].map((name) => readFileSync(join(folder, name), 'utf8'))
  const inShell = [...(shell ?? '').matchAll(/^ {4}(\d)\) say .*turns='([-\d ]+)'/gmu)].map(([, floor, turns]) => [
    floor,
    turns,
  ])
  const inBatch = [...(batch ?? '').matchAll(/^call :floor (\d) ".*" ([-\d ]+)\r$/gmu)].map(([, floor, turns]) => [
    floor,
    turns,
  ])
  expect(inShell).toHaveLength(6)
  expect(inBatch).toEqual(inShell)
  // Labels are lost in a batch file whose lines end otherwise.
  expect(batch?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
})
