import 'vitest'

declare module 'vitest' {
  /** What vitest.setup.ts gives to every test file. */
  export interface ProvidedContext {
    /** A Postgres whose user may create databases. */
    postgresUrl: string
    redisUrl: string
    /** Whether this is `npm run test:all`: what is tried at random or again and again is tried at length. */
    atLength: boolean
  }
}
