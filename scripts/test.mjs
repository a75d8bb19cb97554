// `npm test`: every check and test, with one line at the end that counts them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterTestEnvironment } from './env.mjs'
import { chromium, environment, install, nodeBinary, root } from './install.mjs'
import { runInFront } from './run.mjs'
import { say } from './say.mjs'

// Tests bring their own services, whatever the shell they run in or the .env file has set.
enterTestEnvironment()
await install({ forTests: true })
const folder = mkdtempSync(join(tmpdir(), 'kettle-results-'))
const env = { ...environment(), ...(chromium() ? { KETTLE_CHROMIUM: chromium() } : {}) }
const totals = { passed: 0, failed: 0 }

const bin = (name, file) => join(root, name, file)
const checks = [
  ['format and lint', bin('node_modules', '@biomejs/biome/bin/biome'), ['check', '.']],
  [
    'boundaries',
    bin('node_modules', 'dependency-cruiser/bin/dependency-cruiser.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'e2e', 'bench'],
  ],
  ['unused files, exports and dependencies', bin('node_modules', 'knip/bin/knip.js'), []],
]
for (const project of projects())
  checks.push([`types of ${project}`, bin('node_modules', 'typescript/bin/tsc'), ['-p', project, '--noEmit']])

for (const [name, file, args] of checks) {
  say(`Checking ${name}`)
  count((await runInFront(nodeBinary(), [file, ...args], { cwd: root, env })) === 0)
}

say('Unit and integration tests')
const unit = join(folder, 'unit.json')
await runInFront(
  nodeBinary(),
  [
    bin('node_modules', 'vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ],
  { cwd: root, env },
)
countReport(unit, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
}))

say('Browser flows')
const flows = join(folder, 'flows.json')
await runInFront(
  nodeBinary(),
  [bin('e2e', 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
  {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: flows },
  },
)
countReport(flows, ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
}))

rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
process.exitCode = totals.failed === 0 ? 0 : 1

function count(ok) {
  totals[ok ? 'passed' : 'failed']++
}

function countReport(file, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')))
    // A run that tested nothing has not passed.
    if (passed + failed === 0) return count(false)
    totals.passed += passed
    totals.failed += failed
  } catch {
    count(false)
  }
}

/** Every room that has types of its own, so that a new one is not forgotten. */
function projects() {
  const inside = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
  return [...inside('packages'), ...inside('apps'), 'e2e', 'bench'].filter((path) =>
    existsSync(join(root, path, 'tsconfig.json')),
  )
}
