import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { enterTestEnvironment } from './scripts/env.mjs'

// Also for who runs vitest by hand: the store's settings of a shell or a .env file must not reach a test.
enterTestEnvironment()

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: './vitest.setup.ts',
    typecheck: { enabled: false },
    // What a test waits for comes when it comes: a limit only ends what hangs, on a machine that does much else too.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    // Each may hold three pools of twenty connections to one Postgres, which takes two hundred.
    maxWorkers: Math.min(3, Math.max(1, availableParallelism() - 1)),
  },
})
