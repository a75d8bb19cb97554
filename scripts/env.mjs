// The settings that commands take: the environment first, then the file `.env` in the project's root.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as util from 'node:util'

const ENV_FILE = fileURLToPath(new URL('../.env', import.meta.url))

/** Paths of programs and data on this machine, and what test runs are told: all that tests and benchmarks take from their surroundings. */
const TEST_SETTINGS = [
  'KETTLE_CHROMIUM',
  'KETTLE_REDIS_SERVER',
  'KETTLE_BENCH_CATALOG',
  // 'all' for `npm run test:all`.
  'KETTLE_TESTS',
  // Not empty: browser tests keep pictures of the screens.
  'KETTLE_SCREENSHOTS',
  'KETTLE_GALLERY_ALL',
  'KETTLE_GALLERY_SCREENSHOTS',
  // Set by a run for its own processes.
  'KETTLE_TEST_RUN',
  'KETTLE_TEST_RESULTS',
  'KETTLE_TEST_STORE',
]

/** Settings of the store, and those that its database and bucket clients read by themselves. */
const OURS = /^(KETTLE_|S3_|STRIPE_|RESEND_|MAIL_|DATABASE_URL$|REDIS_URL$|LOG_LEVEL$|AWS_|PG[A-Z]+$)/i

/**
 * Reads a `.env` file; one that does not exist is an empty one.
 * @returns the values by name, and one sentence for each line that is left out
 * @throws Error with a sentence when the file is there and can't be read
 */
export function readEnvFile(file = ENV_FILE) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return { values: {}, problems: [] }
    throw new Error(`${file} can't be read (${error.code}). Make it readable, or move it away.`)
  }
  return parseEnvText(text)
}

/** Splits the text into entries, so that a wrong one can be named by its line; the values are read by Node. */
function parseEnvText(text) {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u)
  const values = {}
  const problems = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const number = at + 1
    if (/^\s*(#|$)/u.test(line)) continue
    const entry = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/u.exec(line)
    if (!entry) {
      problems.push(`.env, line ${number} is left out: it is not NAME=value.`)
      continue
    }
    const [, name, value] = entry
    const quote = /^["'`]/u.exec(value)?.[0]
    if (!quote || value.indexOf(quote, 1) > 0) {
      values[name] = parseEntry(`${name}=${value}`)[name] ?? ''
      continue
    }
    const end = lines.findIndex((later, index) => index > at && later.includes(quote))
    if (end < 0) {
      problems.push(`.env, line ${number} is left out: the quote ${quote} is never closed.`)
      continue
    }
    values[name] = parseEntry(`${name}=${value}\n${lines.slice(number, end + 1).join('\n')}`)[name] ?? ''
    at = end
  }
  return { values, problems }
}

function parseEntry(text) {
  if (!util.parseEnv) throw new Error('A .env file is read from Node 20.12 on. Renew Node, or move the file away.')
  return util.parseEnv(text)
}

/**
 * Adds the settings of `.env` to `env`, without changing what is set there already, be it to nothing.
 * @returns one sentence for each line that is left out
 * @throws Error with a sentence when the file can't be read
 */
export function loadEnvironment({ file = ENV_FILE, env = process.env } = {}) {
  const { values, problems } = readEnvFile(file)
  for (const [name, value] of Object.entries(values)) if (env[name] === undefined) env[name] = value
  return problems
}

/** A copy of `env` without the store's settings; only the paths that tests need are kept, or taken from `.env`. */
export function testEnvironment({ file = ENV_FILE, env = process.env } = {}) {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => TEST_SETTINGS.includes(name) || !OURS.test(name)),
  )
  const { values } = readEnvFile(file)
  for (const name of TEST_SETTINGS) if (own[name] === undefined && values[name] !== undefined) own[name] = values[name]
  return own
}

/** Makes `testEnvironment` the environment of this process and of all that it starts. */
export function enterTestEnvironment({ file = ENV_FILE, env = process.env } = {}) {
  const own = testEnvironment({ file, env })
  for (const name of Object.keys(env)) if (!(name in own)) delete env[name]
  Object.assign(env, own)
}
