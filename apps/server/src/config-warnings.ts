import { settingNames } from './config.ts'

/** What scripts, launcher, CLI and benchmarks read beside the server's settings. */
const otherNames = [
  'KETTLE_BENCH_CATALOG',
  'KETTLE_CHROMIUM',
  'KETTLE_EMAIL',
  'KETTLE_GALLERY_ALL',
  'KETTLE_GALLERY_SCREENSHOTS',
  'KETTLE_LAUNCHER_DATA',
  'KETTLE_LAUNCHER_SERVER',
  'KETTLE_PASSWORD',
  'KETTLE_REDIS_SERVER',
  'KETTLE_SCREENSHOTS',
  'KETTLE_SERVER',
  'KETTLE_TESTS',
  'KETTLE_TEST_RESULTS',
  'KETTLE_TEST_RUN',
  'KETTLE_TEST_STORE',
  'KETTLE_UPDATE_URL',
]

const prefixes = /^(KETTLE|S3|STRIPE|RESEND|MAIL)_/u
/** A name without a prefix of ours is only taken for one of ours when it differs by a slip or two. */
const SLIPS = 2

/** One sentence for each variable that looks like a setting of Kettle and is none; an empty one counts as not set. */
export function unknownSettings(env: NodeJS.ProcessEnv): string[] {
  const known = [...settingNames, ...otherNames]
  const sentences: string[] = []
  for (const [name, value] of Object.entries(env)) {
    if (!value || known.includes(name)) continue
    const wanted = name.toUpperCase()
    const [nearest] = known
      .map((candidate) => ({ name: candidate, distance: editDistance(wanted, candidate) }))
      .sort((one, other) => one.distance - other.distance)
    if (!nearest) continue
    const isNear = nearest.distance <= Math.max(SLIPS, Math.floor(nearest.name.length / 3))
    if (prefixes.test(wanted))
      sentences.push(
        `${name} is not a setting of Kettle${isNear ? `; did you mean ${nearest.name}?` : '; .env.example has them all.'}`,
      )
    else if (nearest.distance <= SLIPS)
      sentences.push(`${name} is not a setting of Kettle; did you mean ${nearest.name}?`)
  }
  return sentences
}

/** Writes the sentences of `unknownSettings` where people see them before anything else fails. */
export function warnOfUnknownSettings(env: NodeJS.ProcessEnv = process.env): void {
  for (const sentence of unknownSettings(env)) process.stderr.write(`${sentence}\n`)
}

/** How many letters must be added, left out, replaced or exchanged with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let [older, old]: number[][] = [[], Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(current, column - 1) + 1,
        at(old, column) + 1,
        at(old, column - 1) + (same ? 0 : 1),
        isSwap ? at(older, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    older = old
    old = current
  }
  return at(old, to.length)
}

const at = (row: number[] | undefined, column: number): number => row?.[column] ?? Number.POSITIVE_INFINITY
