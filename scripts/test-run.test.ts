import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beginTestRun, sweepDeadRuns } from './test-run.mjs'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kettle-sweep-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** The folder of a run whose own process is gone. */
function deadRun(name: string): string {
  const folder = join(parent, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'owner'), '999999999 1')
  return folder
}

/** A program that would run for ever, with the mark of a run. */
function sleeper(run: string) {
  const env = { ...process.env, KETTLE_TEST_RUN: run }
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env, stdio: 'ignore' })
}

it.skipIf(process.platform !== 'linux')('removes what a killed run has left, and nothing else', async () => {
  const dead = deadRun('kettle-run-dead')
  const other = deadRun('kettle-store-of-somebody')
  const left = sleeper(dead)
  const notOurs = sleeper(`${dead}er`)
  await Promise.all([once(left, 'spawn'), once(notOurs, 'spawn')])
  // The mark can be read only once the program itself has begun.
  await vi.waitFor(() => {
    sweepDeadRuns(parent)
    mkdirSync(dead, { recursive: true })
    writeFileSync(join(dead, 'owner'), '999999999 1')
    expect(left.signalCode).toBe('SIGKILL')
  }, 20_000)
  sweepDeadRuns(parent)
  expect(readdirSync(parent)).toEqual(['kettle-store-of-somebody'])
  expect(existsSync(join(other, 'owner'))).toBe(true)
  expect(notOurs.exitCode ?? notOurs.signalCode).toBeNull()
  notOurs.kill('SIGKILL')
  await once(notOurs, 'exit')
})

it('keeps a run that is on, one that has only begun, and takes an abandoned beginning away', () => {
  const running = join(parent, 'kettle-run-on')
  const begun = join(parent, 'kettle-run-begun')
  const abandoned = join(parent, 'kettle-run-abandoned')
  for (const folder of [running, begun, abandoned]) mkdirSync(folder)
  // Its id is alive, but it was born at another time.
  const reused = join(parent, 'kettle-run-reused')
  mkdirSync(reused)
  writeFileSync(join(reused, 'owner'), `${process.pid} 1`)
  vi.stubEnv('TMPDIR', parent)
  const root = join(parent, 'project')
  const run = beginTestRun(root)
  utimesSync(abandoned, 1, 1)
  sweepDeadRuns(parent)
  const left = readdirSync(parent)
  expect(left).toContain('kettle-run-begun')
  expect(left).not.toContain('kettle-run-abandoned')
  if (process.platform === 'linux') expect(left).not.toContain('kettle-run-reused')
  expect(existsSync(run.env.TMPDIR)).toBe(true)
  run.end()
  expect(existsSync(run.env.TMPDIR)).toBe(false)
  vi.unstubAllEnvs()
})

it('keeps the results of the last runs that failed', () => {
  const root = join(parent, 'project')
  vi.stubEnv('TMPDIR', parent)
  const results = join(root, 'test-results')
  for (let number = 1; number <= 8; number++) mkdirSync(join(results, `2026010100000${number}-1`), { recursive: true })
  const run = beginTestRun(root)
  expect(readdirSync(results).length).toBe(5)
  expect(existsSync(run.results)).toBe(true)
  run.end()
  vi.unstubAllEnvs()
})
