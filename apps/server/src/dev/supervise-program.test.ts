import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Guard, startGuard } from './guarding.ts'
import { type Supervisor, superviseProgram } from './supervise-program.ts'

let dir: string
let file: string
let guard: Guard
let said: string[]
let told: unknown[]
let supervisor: Supervisor | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kettle-supervise-'))
  file = join(dir, 'program.mjs')
  guard = startGuard()
  said = []
  told = []
})
afterEach(async () => {
  await supervisor?.stop()
  await guard.end()
  rmSync(dir, { recursive: true, force: true })
})

const program = (version: number) =>
  `setInterval(() => {}, 1000); process.once('message', (message) => process.send({ version: ${version}, message, pid: process.pid }))`

function supervise(): Supervisor {
  supervisor = superviseProgram(
    { name: 'The program', file, message: 'go', onReady: (value) => told.push(value) },
    { guard, say: (text) => said.push(text) },
  )
  return supervisor
}

it('runs the newest source after each change, one process at a time', async () => {
  writeFileSync(file, program(1))
  const running = supervise()
  await expect.poll(() => told).toMatchObject([{ version: 1, message: 'go' }])
  writeFileSync(file, program(2))
  running.restart(file)
  await expect.poll(() => told[1]).toMatchObject({ version: 2, message: 'go' })
  const [first, second] = told as { pid: number }[]
  expect(() => process.kill(first?.pid ?? 0, 0)).toThrow('ESRCH')
  await running.stop()
  expect(() => process.kill(second?.pid ?? 0, 0)).toThrow('ESRCH')
  expect(said.some((line) => /ended/u.test(line))).toBe(false)
})

it('says that a program with a mistake in it ended, and is back with the next change', async () => {
  writeFileSync(file, 'this is no program')
  const running = supervise()
  await expect.poll(() => said).toContain('The program ended (1). It is started again after the next change.')
  running.restart(file)
  await expect.poll(() => said.filter((line) => /ended \(1\)/u.test(line)).length).toBe(2)
  writeFileSync(file, program(3))
  running.restart(file)
  await expect.poll(() => told).toMatchObject([{ version: 3 }])
  expect(said.at(-1)).toMatch(/^The program is back after [\d.]+ s\.$/u)
})

it('ends on the last of many changes', async () => {
  writeFileSync(file, program(1))
  const running = supervise()
  await expect.poll(() => told.length).toBe(1)
  for (let version = 2; version <= 6; version++) {
    writeFileSync(file, program(version))
    running.restart(file)
  }
  await expect.poll(() => told.at(-1)).toMatchObject({ version: 6 })
})
