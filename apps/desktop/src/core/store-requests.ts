import { type StoreMutation, type StoreQuery, storeMutations, storeQueries } from '../shared/store-requests.ts'
import { fail, failureOf } from './failure.ts'
import type { Session } from './session.ts'

/**
 * Carries what a screen asks of the store there and back, with the log-in of the moment. The screen is not trusted: only what stands in
 * the tables is carried, with an input that fits.
 */
export function createStoreRequests(
  session: Session,
): (request: { path: string; input?: unknown }) => Promise<unknown> {
  const isQuery = (path: string): path is StoreQuery => Object.hasOwn(storeQueries, path)
  const isMutation = (path: string): path is StoreMutation => Object.hasOwn(storeMutations, path)
  return async ({ path, input }) => {
    if (!isQuery(path) && !isMutation(path)) throw fail('INVALID_INPUT', `no request ${path}`)
    if (!session.account()) throw fail('NOT_SIGNED_IN', 'Nobody is logged in')
    const schema = isQuery(path) ? storeQueries[path] : storeMutations[path]
    const parsed = schema.safeParse(input ?? undefined)
    if (!parsed.success) throw fail('INVALID_INPUT', parsed.error.issues[0]?.message ?? 'unreadable input')
    const store = session.store()
    try {
      return await (isQuery(path) ? store.query(path, parsed.data) : store.mutate(path, parsed.data))
    } catch (error) {
      // The store doesn't know this log-in any more, perhaps: whoever asks next is told.
      if (failureOf(error).reason === 'NOT_SIGNED_IN') void session.check()
      throw error
    }
  }
}
