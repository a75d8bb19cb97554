import type { SignedInUser } from '../context.ts'
import { makeCaller, makeUser, type TestDeps } from './index.ts'

/** Somebody who has been here for a while and owns these (free) games, and their API. */
export async function makeReviewer(deps: TestDeps, games: { id: string }[], fields: Partial<SignedInUser> = {}) {
  const user = await makeUser(deps.db, { registerDate: new Date('2026-01-15T00:00:00Z'), ...fields })
  const api = await makeCaller(deps, { as: user })
  for (const { id: gameId } of games)
    await api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  return { user, api: api.socials, whole: api }
}
