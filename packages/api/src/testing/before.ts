import type { Deps } from '../context.ts'

/** The same deps, but between what a verb has looked at and the transaction in which it acts on that, something happens: once. */
export function before(deps: Deps, happens: () => Promise<unknown>): Deps {
  let done = false
  const db = new Proxy(deps.db, {
    get(target, key) {
      const value = Reflect.get(target, key, target)
      if (key !== 'transaction') return typeof value === 'function' ? value.bind(target) : value
      return async (...args: Parameters<typeof target.transaction>) => {
        if (!done) {
          done = true
          await happens()
        }
        return target.transaction(...args)
      }
    },
  })
  return { ...deps, db }
}
