// `npm run test:mutations -- [list or id ...]`: plants each listed fault in a copy of the project and expects its test to fail.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { enterTestEnvironment } from '../env.mjs'
import { chromium, environment, install, nodeBinary, root } from '../install.mjs'

/** @typedef {{ id: string, file: string, find: string, replace: string, test: string, name?: string }} Mutation  `find` stands exactly once in `file`; `test` names one file or several, for vitest or below `e2e/` for Playwright; `name` narrows it to the tests whose full names hold it. */

/** Stops a test that a fault makes hang. */
const MAX_RUN_MS = 240_000
/** Browser tests may build the web app and fill a store first. */
const MAX_BROWSER_RUN_MS = 900_000

// Tests bring their own services, whatever the shell they run in has set.
enterTestEnvironment()
await install({ forTests: true })
const chosen = await choose(process.argv.slice(2))
const copy = copyProject()
const survivors = []
try {
  const sound = new Map()
  for (const { id, file, find, replace, test, name } of chosen) {
    const target = `${test} ${name ?? ''}`
    if (!sound.has(target)) sound.set(target, runTest(test, name))
    const path = join(copy, file)
    const text = readFileSync(path, 'utf8')
    const verdict = judge(sound.get(target), text.split(find).length - 1, () => {
      writeFileSync(
        path,
        text.replace(find, () => replace),
      )
      try {
        return runTest(test, name)
      } finally {
        writeFileSync(path, text)
      }
    })
    if (verdict !== 'caught') survivors.push(id)
    process.stdout.write(`${verdict.padEnd(8)} ${id}  (${file} -> ${test})\n`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.stdout.write(`\n${chosen.length - survivors.length} of ${chosen.length} planted faults were caught\n`)
process.exitCode = survivors.length === 0 ? 0 : 1

/** 'caught' only when tests ran and failed: a copy that does not even load shows nothing. */
function judge(before, places, plant) {
  if (places !== 1) return 'stale'
  if (before.failed > 0 || before.passed === 0) return 'broken'
  const after = plant()
  if (after.failed > 0 || after.hangs) return 'caught'
  return after.passed === 0 ? 'invalid' : 'SURVIVED'
}

/** Runs one test file of the copy, or the tests of it whose full name holds `name`. */
function runTest(test, name) {
  const report = join(copy, 'mutation-report.json')
  rmSync(report, { force: true })
  const pattern = name?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isBrowserTest = test.startsWith('e2e/')
  const args = isBrowserTest ? playwrightArgs(test, pattern) : vitestArgs(test, pattern, report)
  const { error } = spawnSync(nodeBinary(), args, {
    cwd: copy,
    env: {
      ...environment(),
      ...(chromium() ? { KETTLE_CHROMIUM: chromium() } : {}),
      ...(isBrowserTest ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
    },
    stdio: 'ignore',
    timeout: isBrowserTest ? MAX_BROWSER_RUN_MS : MAX_RUN_MS,
  })
  if (error) return { passed: 0, failed: 0, hangs: 'code' in error && error.code === 'ETIMEDOUT' }
  const told = JSON.parse(readFileSync(report, 'utf8'))
  if (isBrowserTest) return { passed: told.stats.expected, failed: told.stats.unexpected, hangs: false }
  return { passed: told.numPassedTests, failed: told.numFailedTests, hangs: false }
}

function vitestArgs(test, pattern, report) {
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs')
  const only = pattern === undefined ? [] : ['-t', pattern]
  return [vitest, 'run', ...test.split(' '), ...only, '--reporter=json', `--outputFile.json=${report}`]
}

function playwrightArgs(test, pattern) {
  const playwright = join(copy, 'e2e/node_modules/@playwright/test/cli.js')
  const only = pattern === undefined ? [] : ['-g', pattern]
  return [playwright, 'test', '--config', 'e2e/playwright.config.ts', ...test.split(' '), ...only]
}

/** What git would commit, with the installed packages linked in, so that a fault never touches the real tree. */
function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), 'kettle-mutations-'))
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const rooms = new Set()
  for (const file of stdout.split('\0').filter(Boolean)) {
    cpSync(join(root, file), join(folder, file), { dereference: false, errorOnExist: false })
    if (file.endsWith('package.json')) rooms.add(dirname(file))
  }
  for (const room of rooms) {
    const modules = join(room, 'node_modules')
    // A room's links lead to other rooms, so those of the copy must be its own; packages from outside are shared.
    if (room === '.') symlinkSync(join(root, modules), join(folder, modules))
    else cpSync(join(root, modules), join(folder, modules), { recursive: true, verbatimSymlinks: true, force: true })
  }
  return folder
}

/**
 * The faults of every list, of the named lists, or those with the named ids.
 * @returns {Promise<Mutation[]>}
 */
async function choose(wanted) {
  const folder = new URL('lists/', import.meta.url)
  const found = []
  for (const file of readdirSync(folder).sort()) {
    const list = file.replace(/\.mjs$/, '')
    const { default: mutations } = await import(new URL(file, folder).href)
    for (const mutation of mutations)
      if (wanted.length === 0 || wanted.includes(list) || wanted.includes(mutation.id)) found.push(mutation)
  }
  if (found.length === 0) throw new Error(`no planted fault is called ${wanted.join(', ')}`)
  return found
}
