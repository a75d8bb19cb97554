import { builds, channels, type Db, patches } from '@kettle/db'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findLicence, requireLicence } from '../library/ownership.ts'
import type { downloadInput } from './schema.ts'
import { type SftpTicket, ticket } from './ticket.ts'

export interface DownloadTicket extends SftpTicket {
  build: {
    id: string
    version: string
    manifestSha256: string
    installBytes: number
    /** Patches that lead to it, as `/patches/<sha256>`: `from` is the manifest of the build that one starts from. */
    patches: { from: string; sha256: string; size: number }[]
  }
}

/** Issues a credential that reads one build of an owned game. */
export async function download(
  deps: Pick<Deps, 'db' | 'credentials' | 'limiter' | 'settings'>,
  userId: string,
  input: z.infer<typeof downloadInput>,
): Promise<DownloadTicket> {
  const { gameId, platform, channel } = input
  await requireLicence(deps.db, userId, gameId)
  const build = await findBuild(deps.db, gameId, platform, channel)
  await deps.limiter.take('downloadUser', userId)
  const { id: buildId, version, manifestSha256, installBytes } = build
  const ways = await patchesTo(deps.db, buildId)
  const named = ways.map(({ sha256, size }) => ({ sha256, size }))
  const grant = { mode: 'read', userId, gameId, buildId, manifestSha256 } as const
  const credential = await deps.credentials.issue(named.length > 0 ? { ...grant, patches: named } : grant)
  // A refund may have come in between, and have shut all doors before this one was made.
  if (!(await findLicence(deps.db, userId, gameId))) {
    await deps.credentials.revoke({ userId, gameId })
    throw new DomainError('NOT_OWNED')
  }
  return { ...ticket(deps, credential), build: { id: buildId, version, manifestSha256, installBytes, patches: ways } }
}

/** The build of a channel for a platform; one for any platform serves where there is none of its own. */
async function findBuild(db: Db, gameId: string, platform: string | undefined, channel: string) {
  const fits = platform ? inArray(channels.platform, [platform, 'any']) : undefined
  const rows = await db
    .select({ build: builds, platform: channels.platform })
    .from(channels)
    .innerJoin(builds, eq(builds.id, channels.buildId))
    .where(and(eq(channels.gameId, gameId), eq(channels.channel, channel), fits))
    .orderBy(channels.platform)
  const best = rows.find((row) => row.platform === (platform ?? 'any')) ?? rows[0]
  if (!best) throw new DomainError('BUILD_NOT_READY')
  return best.build
}

/** The few patches that lead to a build. */
function patchesTo(db: Db, buildId: string) {
  return db
    .select({ from: builds.manifestSha256, sha256: patches.sha256, size: patches.size })
    .from(patches)
    .innerJoin(builds, eq(builds.id, patches.fromBuildId))
    .where(eq(patches.buildId, buildId))
    .orderBy(builds.id)
}
