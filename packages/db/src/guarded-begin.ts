import type postgres from 'postgres'

/** Thrown to a callback that goes on after its transaction is over. */
export class TransactionOverError extends Error {
  constructor() {
    super('This transaction is over: its connection was lost or it was rolled back. Nothing more can be done in it.')
    this.name = 'TransactionOverError'
  }
}

type Begin = (fn: (sql: postgres.TransactionSql) => unknown) => Promise<unknown>

/**
 * postgres.js lets a callback go on after `begin` has rejected, and runs what it asks then on another
 * connection, outside any transaction (porsager/postgres#1216). Here every transaction is `read write`
 * (connections are read-only otherwise), and once it is over its handle refuses every further statement.
 */
export function guardBegin(client: postgres.Sql): void {
  const begin = client.begin.bind(client) as (
    options: string,
    fn: (sql: postgres.TransactionSql) => unknown,
  ) => Promise<unknown>
  const guarded: Begin = async (fn) => {
    const state = { over: false }
    try {
      return await begin('read write', (sql) => fn(guardHandle(sql, state)))
    } finally {
      state.over = true
    }
  }
  Object.defineProperty(client, 'begin', { value: guarded })
}

/**
 * Drizzle speaks by `unsafe`, which postgres.js sends unnamed: parsed at each call, in two trips. As prepared statements they are
 * parsed once a connection and go in one (drizzle-orm#5502).
 */
export function prepareStatements(client: postgres.Sql): void {
  const unsafe = client.unsafe.bind(client)
  const preparing: typeof unsafe = (...args) => unsafe(...prepared(args))
  Object.defineProperty(client, 'unsafe', { value: preparing })
}

function prepared([query, parameters, options]: Parameters<postgres.Sql['unsafe']>): Parameters<
  postgres.Sql['unsafe']
> {
  return [query, parameters, { prepare: true, ...options }]
}

function guardHandle<T extends object>(handle: T, state: { over: boolean }): T {
  const refuse = () => {
    if (state.over) throw new TransactionOverError()
  }
  return new Proxy(handle, {
    apply(target, self, args) {
      refuse()
      return Reflect.apply(target as (...args: unknown[]) => unknown, self, args)
    },
    get(target, key) {
      const value = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      if (key === 'savepoint')
        return (...args: unknown[]) => {
          if (state.over) return Promise.reject(new TransactionOverError())
          const wrapped = args.map((arg) =>
            typeof arg === 'function' ? (sql: object) => arg(guardHandle(sql, state)) : arg,
          )
          return Reflect.apply(value, target, wrapped)
        }
      if (key === 'unsafe')
        return (...args: Parameters<postgres.Sql['unsafe']>) => {
          refuse()
          return Reflect.apply(value, target, prepared(args))
        }
      return value
    },
  })
}
