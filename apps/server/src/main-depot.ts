// `pnpm depot:verify` hashes everything in the depot anew and names what is wrong; `pnpm depot:clean` throws away now what
// no build has needed for a day. Both may run while the store does.
import { createDb } from '@kettle/db'
import { checkDepot, diskUploads } from '@kettle/depot'
import { depotStore } from './adapters/depot-store.ts'
import { depotConfigOf } from './config.ts'
import { warnOfUnknownSettings } from './config-warnings.ts'
import { openStore } from './dev/open-store.ts'
import { collectGarbage } from './jobs/collect-garbage.ts'

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

warnOfUnknownSettings()
try {
  const [verb] = process.argv.slice(2)
  if (verb === 'verify') await verify()
  else if (verb === 'clean') await clean()
  else throw new Error('say "verify" or "clean"')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 2
}

/** Ends with 0 when all is well, 1 when something is wrong, 2 when it could not be looked at. */
async function verify(): Promise<void> {
  const { depot } = depotConfigOf()
  const store = await depotStore(depot)
  let bytes = 0
  let told = performance.now()
  const check = await checkDepot(store, {
    onObject: (size) => {
      bytes += size
      if (performance.now() - told < 2_000) return
      told = performance.now()
      process.stderr.write(`  ${megabytes(bytes)} hashed\n`)
    },
  })
  for (const { kind, sha256, problem, files } of check.problems) {
    process.stdout.write(`${kind.slice(0, -1)} ${sha256}: ${problem}\n`)
    for (const file of files) process.stdout.write(`  in build ${file}\n`)
  }
  const found = check.problems.length === 0 ? 'all sound' : `${check.problems.length} wrong`
  process.stdout.write(`${check.objects} objects, ${megabytes(check.bytes)}: ${found}\n`)
  if (check.problems.length > 0) process.exitCode = 1
}

async function clean(): Promise<void> {
  const { depot, uploadsDir } = depotConfigOf()
  const { url, close } = await openStore()
  try {
    const database = createDb(url, { max: 3, name: 'kettle-clean' })
    try {
      const { marked, deleted, bytes, uploadsClosed } = await collectGarbage({
        db: database.db,
        store: await depotStore(depot),
        clock: { now: () => new Date() },
        log: { info() {}, warn: (_facts, message) => process.stderr.write(`${message}\n`), error: () => {} },
        discard: (uploadId) => diskUploads(uploadsDir).discard(uploadId),
      })
      process.stdout.write(
        `${deleted} objects deleted, ${megabytes(bytes)}; ${marked} that no build needs; ${uploadsClosed} old uploads given up\n`,
      )
    } finally {
      await database.close()
    }
  } finally {
    await close()
  }
}
