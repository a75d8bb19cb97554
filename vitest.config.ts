import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { enterTestEnvironment } from './scripts/env.mjs'

// Also for who runs vitest by hand: the store's settings of a shell or a .env file must not reach a test.
enterTestEnvironment()

/** A rule of the store on a real Postgres; each file clones its own database. */
const database = ['packages/{api,db}/src/**/*.test.ts', 'apps/server/src/catalog/**/*.test.ts']
/** Whatever starts programs, servers, or changes what the whole process sees. */
const processes = [
  'apps/cli/src/**/*.test.ts',
  'apps/server/src/dev/**/*.test.ts',
  'apps/server/src/*.test.ts',
  'apps/desktop/src/{host,main}/**/*.test.ts',
  'apps/desktop/src/core/{install,people}/**/*.test.ts',
  'apps/desktop/src/core/*.test.ts',
  'apps/web/src/bundle.test.ts',
  'scripts/**/*.test.ts',
]

/** The server's parts over real connections, within the test's own process. */
const servers = ['apps/server/src/{adapters,http,jobs,sftp}/**/*.test.ts']

export default defineConfig({
  test: {
    globalSetup: './vitest.setup.ts',
    typecheck: { enabled: false },
    // A limit only ends what hangs, since the machine may be busy with other work.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    // One more than cores, since many tests wait for timers. Each worker may hold three pools of connections to one Postgres, which accepts two hundred.
    maxWorkers: Math.min(3, availableParallelism() + 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          exclude: [...database, ...servers, ...processes],
          pool: 'threads',
          isolate: false,
        },
      },
      // Modules are loaded once per worker: no file changes them.
      { extends: true, test: { name: 'database', include: database, pool: 'forks', isolate: false } },
      { extends: true, test: { name: 'servers', include: servers, pool: 'forks', isolate: false } },
      { extends: true, test: { name: 'processes', include: processes, pool: 'forks' } },
    ],
  },
})
