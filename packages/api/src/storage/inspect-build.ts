import type { Deps, SignedInUser } from '../context.ts'
import { requireOwnBuild } from './own.ts'
import { type SftpTicket, ticket } from './ticket.ts'

/** Issues a credential that reads a build of one's own game, so that its publisher can compare a folder with it. */
export async function inspectBuild(
  deps: Pick<Deps, 'db' | 'credentials' | 'limiter' | 'settings'>,
  user: SignedInUser,
  buildId: string,
): Promise<SftpTicket & { manifestSha256: string }> {
  const { gameId, manifestSha256 } = await requireOwnBuild(deps.db, user, buildId)
  await deps.limiter.take('downloadUser', user.id)
  const credential = await deps.credentials.issue({ mode: 'read', userId: user.id, gameId, buildId, manifestSha256 })
  return { manifestSha256, ...ticket(deps, credential) }
}
