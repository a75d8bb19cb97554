// `npm test [-- --all | --checks]`: every check and test, or the checks alone, with one line at the end that counts them.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { enterTestEnvironment } from './env.mjs'
import { chromium, environment, install, nodeBinary, root } from './install.mjs'
import { run, runInFront } from './run.mjs'
import { note, say } from './say.mjs'
import { beginTestRun } from './test-run.mjs'

const isAll = process.argv.includes('--all')
const isChecksOnly = process.argv.includes('--checks')
// Tests bring their own services, whatever the shell they run in or the .env file has set.
enterTestEnvironment()
const began = Date.now()
const installed = await install({ forTests: !isChecksOnly })
const testRun = beginTestRun(root)
const env = {
  ...environment(),
  ...(chromium() ? { KETTLE_CHROMIUM: chromium() } : {}),
  ...(isAll ? { KETTLE_TESTS: 'all' } : {}),
  ...testRun.env,
}
const totals = { passed: 0, failed: 0, skipped: 0 }
const bin = (name, file) => join(root, name, file)

// The programs of a phase get a terminal's Ctrl-C too; no other phase begins after it.
let isInterrupted = false
process.on('SIGINT', () => {
  isInterrupted = true
})

await Promise.all([runChecks(), isChecksOnly ? null : runUnitTests()])
const browserTests = [
  ['Gallery of components and screens', 'gallery', isAll ? { KETTLE_GALLERY_ALL: '1' } : {}],
  ['Browser flows', 'e2e', {}],
]
for (const [title, folder, more] of browserTests) {
  if (isInterrupted || isChecksOnly) break
  if (installed.browser) await runBrowserTests(title, folder, more)
  else await leaveOut(folder)
}
if (!installed.browser) note(installed.why)

testRun.end()
if (isInterrupted) {
  process.stdout.write('\nInterrupted.\n')
  process.exit(130)
}
const minutes = ((Date.now() - began) / 60_000).toFixed(1)
if (totals.failed > 0) say(`What failed left its screenshot and trace, and the store its log, in ${testRun.results}`)
else rmSync(testRun.results, { recursive: true, force: true })
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
process.stdout.write(`\nIn ${minutes} minutes:\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
process.exitCode = totals.failed === 0 ? 0 : 1

/** One after another, beside the unit tests; only a failed one shows what it printed. */
async function runChecks() {
  const checks = [
    ['format and lint', bin('node_modules', '@biomejs/biome/bin/biome'), ['check', '.']],
    [
      'boundaries',
      bin('node_modules', 'dependency-cruiser/bin/dependency-cruiser.mjs'),
      ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'e2e', 'bench', 'gallery'],
    ],
    ['unused files, exports and dependencies', bin('node_modules', 'knip/bin/knip.js'), []],
  ]
  for (const project of projects())
    checks.push([`types of ${project}`, bin('node_modules', 'typescript/bin/tsc'), ['-p', project, '--noEmit']])
  for (const [name, file, args] of checks) {
    if (isInterrupted) return
    const failure = await run(nodeBinary(), [file, ...args], { cwd: root, env }).then(
      () => null,
      (error) => error.message,
    )
    say(`${failure === null ? 'Checked' : 'FAILED:'} ${name}`)
    if (failure !== null) process.stdout.write(`${failure}\n`)
    totals[failure === null ? 'passed' : 'failed']++
  }
}

async function runUnitTests() {
  say('Unit and integration tests')
  const report = testRun.report('unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await runInFront(nodeBinary(), [bin('node_modules', 'vitest/vitest.mjs'), 'run', ...reporters], { cwd: root, env })
  countReport(report, ({ numPassedTests, numFailedTests, numPendingTests, success }) => ({
    passed: numPassedTests,
    failed: numFailedTests + (success || numFailedTests > 0 ? 0 : 1),
    skipped: numPendingTests,
  }))
}

async function runBrowserTests(title, folder, more) {
  say(title)
  const report = testRun.report(folder)
  const own = {
    ...env,
    ...more,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    KETTLE_TEST_RESULTS: join(testRun.results, folder),
  }
  await runInFront(nodeBinary(), playwright(folder), { cwd: root, env: own })
  countReport(report, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }))
}

/** Left out for want of a browser is no failure, but it is said and counted. */
async function leaveOut(folder) {
  const list = await run(nodeBinary(), [...playwright(folder), '--list'], { cwd: root, env })
  totals.skipped += Number(/Total: (\d+) test/u.exec(list)?.[1] ?? 1)
}

function playwright(folder) {
  return [bin('e2e', 'node_modules/@playwright/test/cli.js'), 'test', '--config', `${folder}/playwright.config.ts`]
}

function countReport(file, read) {
  let counted = { passed: 0, failed: 0, skipped: 0 }
  try {
    counted = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // A run that left no report has failed, as has one that tested nothing.
  }
  if (counted.passed + counted.failed === 0) counted.failed = 1
  for (const name of ['passed', 'failed', 'skipped']) totals[name] += counted[name]
}

/** Every folder that has types of its own, so that a new one is not forgotten. */
function projects() {
  const inside = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
  return [...inside('packages'), ...inside('apps'), 'e2e', 'bench', 'gallery'].filter((path) =>
    existsSync(join(root, path, 'tsconfig.json')),
  )
}
