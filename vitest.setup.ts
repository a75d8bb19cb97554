import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServices } from './apps/server/src/dev/services.ts'
import { createTemplate } from './packages/db/src/testing/index.ts'

/** One real Postgres and Redis for the whole run; each test file clones its own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'kettle-test-'))
  const services = await startServices(dir, { durable: false })
  await createTemplate(services.adminUrl)
  project.provide('postgresUrl', services.adminUrl)
  project.provide('redisUrl', services.redisUrl)
  project.provide('atLength', process.env.KETTLE_TESTS === 'all')
  return async () => {
    await services.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
