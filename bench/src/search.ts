import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDb, type Db, ensureDatabase, migrate } from '@kettle/db'
import { countAnew, importCatalog } from '../../apps/server/src/catalog/import-catalog.ts'
import { startServices } from '../../apps/server/src/dev/services.ts'
import { createTestDeps, makeCaller } from '../../packages/api/src/testing/index.ts'
import type { Report } from './row.ts'
import { generateFrom } from './search/generated.ts'
import { type Judged, written } from './search/judged.ts'
import { multiply, plain, preparePeers, type Search, withTrigrams } from './search/peers.ts'

/** Where the catalogue files lie: beside the project, or where KETTLE_BENCH_CATALOG says. */
const folder = process.env.KETTLE_BENCH_CATALOG ?? join(import.meta.dirname, '../../../shared/data')
const files = ['catalog.jsonl.gz', 'catalog-titles-only.jsonl.gz', 'debian-games.jsonl'].map((name) =>
  join(folder, name),
)
const MILLION = 1_000_000
const FIRST = 10

/** Search against plain full text over the same games, in turn, one query after another: how good, and how fast. */
export async function search(report: Report): Promise<void> {
  const missing = files.find((file) => !existsSync(file))
  if (missing) return console.log(`search: left out, there is no ${missing} (KETTLE_BENCH_CATALOG names its folder)`)
  const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-search-'))
  const services = await startServices(dataDir, { durable: true })
  try {
    const url = await ensureDatabase(services.adminUrl, 'kettle')
    await migrate(url)
    const { db, close } = createDb(url, { max: 4 })
    try {
      await fill(db, report)
      await preparePeers(url)
      const [described = '', titles = ''] = files
      const judged = [...written, ...generateFrom({ described, titles })]
      const peers = { 'plain full text': plain(db), 'full text with trigrams': withTrigrams(db) }
      quality(await runAll({ ours: ours(db), ...peers }, judged), judged, report)
      await speed('122,080 games and Debian', db, judged, report)
      await multiply(url, MILLION)
      await speed('a million games', db, judged, report)
    } finally {
      await close()
    }
  } finally {
    await services.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(db: Db, report: Report): Promise<void> {
  const began = performance.now()
  let games = 0
  for (const file of files) {
    const { added } = await importCatalog(db, file, {
      priceOfUnpriced: 0,
      discountDays: 14,
      now: new Date(),
      countLater: true,
    })
    games += added
  }
  await countAnew(db)
  const seconds = (performance.now() - began) / 1000
  report({
    name: `import of ${games} games`,
    ours: seconds,
    peer: 300,
    unit: 's',
    ratio: 300 / seconds,
    bar: '>= 1 (five minutes)',
  })
}

/** The whole way that a caller goes: understanding, ranking, facets and cards. */
function ours(db: Db): Search {
  const caller = makeCaller(createTestDeps(db))
  return async (query) =>
    (await (await caller).search.games({ query: query.slice(0, 200), limit: FIRST })).items.map(({ slug }) => slug)
}

interface Run {
  slugs: string[]
  ms: number
}

async function runAll(searches: Record<string, Search>, judged: Judged[]): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(Object.keys(searches).map((name) => [name, []]))
  for (const search of Object.values(searches)) for (const { query } of judged.slice(0, 20)) await search(query)
  for (const { query } of judged)
    for (const [name, search] of Object.entries(searches)) {
      const began = performance.now()
      const slugs = await search(query)
      runs.get(name)?.push({ slugs, ms: performance.now() - began })
    }
  return runs
}

function quality(runs: Map<string, Run[]>, judged: Judged[], report: Report): void {
  const reciprocal = ({ slugs }: Run, { wanted }: Judged) => 1 / (slugs.findIndex((slug) => wanted.includes(slug)) + 1)
  const gain = ({ slugs }: Run, { wanted }: Judged) =>
    1 / Math.log2(slugs.findIndex((slug) => wanted.includes(slug)) + 2)
  const mean = (name: string, of: typeof gain, which: (entry: Judged, at: number) => boolean) => {
    const values = judged.flatMap((entry, at) => {
      const run = runs.get(name)?.[at]
      if (!run || !which(entry, at)) return []
      const value = of(run, entry)
      return [Number.isFinite(value) ? value : 0]
    })
    return { value: values.reduce((sum, value) => sum + value, 0) / values.length, count: values.length }
  }
  const kinds = [...new Set(judged.map(({ kind, language }) => `${kind} ${language}`))]
  const line = (label: string, which: (entry: Judged, at: number) => boolean) => {
    const figures = [...runs.keys()].map(
      (name) =>
        `${name} ${mean(name, reciprocal, which).value.toFixed(3)} / ${mean(name, gain, which).value.toFixed(3)}`,
    )
    console.log(`  ${label} (${mean('ours', gain, which).count}): ${figures.join('; ')}`)
  }
  console.log('search, MRR@10 / nDCG@10:')
  for (const kind of kinds) line(kind, (entry) => `${entry.kind} ${entry.language}` === kind)
  line('looked at while tuning', (_, at) => at % 2 === 0)
  // The other half was never looked at while the ranking was made.
  const held = (_: Judged, at: number) => at % 2 === 1
  line('held out', held)
  for (const peer of [...runs.keys()].slice(1)) {
    const [mine, theirs] = [mean('ours', reciprocal, held).value, mean(peer, reciprocal, held).value]
    report({
      name: `search: MRR@10, held out / ${peer}`,
      ours: mine,
      peer: theirs,
      unit: 'MRR',
      ratio: mine / theirs,
      bar: '> 1',
    })
  }
}

async function speed(name: string, db: Db, judged: Judged[], report: Report): Promise<void> {
  const runs = await runAll({ ours: ours(db), plain: plain(db), trigrams: withTrigrams(db) }, judged)
  const at = (who: string, share: number) => {
    const times = (runs.get(who) ?? []).map(({ ms }) => ms).toSorted((a, b) => a - b)
    return times[Math.floor(times.length * share)] ?? Number.NaN
  }
  for (const [label, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    for (const peer of ['trigrams', 'plain'])
      report({
        name: `search over ${name}: ${label} / ${peer === 'plain' ? 'plain full text' : 'full text with trigrams'}`,
        ours: at('ours', share),
        peer: at(peer, share),
        unit: 'ms',
        ratio: at('ours', share) / at(peer, share),
        bar: peer === 'trigrams' && label === 'p95' ? '<= 0.5' : 'for information',
      })
}
