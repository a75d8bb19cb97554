import 'vitest'

declare module 'vitest' {
  /** What vitest.setup.ts gives to every test file. */
  export interface ProvidedContext {
    /** A Postgres whose user may create databases. */
    postgresUrl: string
    redisUrl: string
  }
}
