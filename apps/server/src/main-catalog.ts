// `pnpm catalog:import FILE.jsonl[.gz] ...`: fills the store with a real catalogue. It may run while the store does.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDb, migrate } from '@kettle/db'
import { countAnew, type ImportReport, importCatalog } from './catalog/import-catalog.ts'
import { warnOfUnknownSettings } from './config-warnings.ts'
import { openStore } from './dev/open-store.ts'

const usage = `pnpm catalog:import FILE.jsonl[.gz] ... [--unpriced CENTS|skip] [--discount-days DAYS]

  --unpriced       what a game costs of which the file says no price, in minor units (0: free), or "skip" to leave it out
  --discount-days  how long discounts that the file tells of run from now on (14)
`
const SHOWN_BAD_LINES = 20

warnOfUnknownSettings()
try {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    allowPositionals: true,
    options: {
      unpriced: { type: 'string', default: '0' },
      'discount-days': { type: 'string', default: '14' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || positionals.length === 0) {
    process.stdout.write(usage)
    process.exitCode = values.help ? 0 : 2
  } else {
    const missing = positionals.find((file) => !existsSync(file))
    if (missing) throw new Error(`there is no file ${missing}`)
    await run(positionals, {
      priceOfUnpriced: values.unpriced === 'skip' ? null : wholeNumber('--unpriced', values.unpriced, 100_000_000),
      discountDays: wholeNumber('--discount-days', values['discount-days'], 3650),
    })
  }
} catch (error) {
  process.stderr.write(`\nThe catalogue can't be imported: ${error instanceof Error ? sentence(error) : error}\n`)
  process.exitCode = 1
}

async function run(files: string[], prices: { priceOfUnpriced: number | null; discountDays: number }): Promise<void> {
  const { url, close } = await openStore()
  try {
    await migrate(url)
    const database = createDb(url, { max: 2, name: 'kettle-import' })
    try {
      // A file that breaks off has brought games all the same.
      let isChanged = false
      try {
        for (const file of files) await importFile(database.db, file, prices, () => (isChanged = true))
      } finally {
        if (isChanged) {
          process.stderr.write('Counting words …\n')
          await countAnew(database.db)
        }
      }
    } finally {
      await database.close()
    }
  } finally {
    await close()
  }
}

async function importFile(
  db: Parameters<typeof importCatalog>[0],
  file: string,
  prices: { priceOfUnpriced: number | null; discountDays: number },
  onChange: () => void,
): Promise<void> {
  const began = performance.now()
  let bad = 0
  let told = began
  const tell = (report: ImportReport) => {
    if (report.added + report.changed > 0) onChange()
    if (performance.now() - told < 1000) return
    told = performance.now()
    const rate = Math.round(report.lines / ((told - began) / 1000))
    process.stderr.write(`  ${report.lines} lines, ${report.added} new, ${rate} a second\n`)
  }
  process.stderr.write(`${file}\n`)
  const report = await importCatalog(db, file, {
    ...prices,
    now: new Date(),
    countLater: true,
    onProgress: tell,
    onBadLine: (line, reason) => {
      if (++bad <= SHOWN_BAD_LINES) process.stderr.write(`  left out, line ${line}: ${reason}\n`)
    },
  })
  if (bad > SHOWN_BAD_LINES) process.stderr.write(`  … and ${bad - SHOWN_BAD_LINES} more lines left out\n`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `${file}: ${report.added} new, ${report.changed} changed, ${report.same} as they were, ${report.skipped} left out, in ${seconds} s\n`,
  )
  if (report.unpriced > 0)
    process.stdout.write(
      `  ${report.unpriced} had no price and got ${prices.priceOfUnpriced} minor units (--unpriced says otherwise)\n`,
    )
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN
  if (!(value <= max)) throw new Error(`${option} must be a whole number up to ${max}`)
  return value
}

function sentence(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message.slice(0, 300)}${cause}`
}
