export { createDb, type Database, type DatabaseOptions, type Db } from './client.ts'
export { TransactionOverError } from './guarded-begin.ts'
export { migrate } from './migrate.ts'
export * from './schema/index.ts'
