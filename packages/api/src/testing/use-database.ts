import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { afterAll, beforeAll, inject } from 'vitest'
import { createTestDeps, type TestDeps } from './index.ts'

/** A database and deps of a test file's own, made before its tests and dropped after them. */
export function useStore(): { readonly deps: TestDeps } {
  let database: TestDatabase | undefined
  let deps: TestDeps | undefined
  beforeAll(async () => {
    database = await createTestDatabase(inject('postgresUrl'))
    deps = createTestDeps(database.db)
  })
  afterAll(() => database?.close())
  return {
    get deps() {
      if (!deps) throw new Error('the store is there only while tests run')
      return deps
    },
  }
}

/** The reason that a call failed for, as a client sees it; fails the test when the call went well. */
export async function reasonOf(call: Promise<unknown>): Promise<string> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in outcome)) throw new Error(`expected a failure, got ${JSON.stringify(outcome.value)}`)
  const { cause, message } = outcome.error as Error & { cause?: { reason?: string; name?: string } }
  return cause?.reason ?? message
}
