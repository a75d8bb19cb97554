import { builds, type Db } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

/** Writes a build of the depot down. The same content under the same version is no quarrel: it is the build that is there. */
export async function addBuild(tx: Db, build: typeof builds.$inferInsert): Promise<string> {
  const [made] = await tx.insert(builds).values(build).onConflictDoNothing().returning()
  const known = made ?? (await findVersion(tx, build))
  if (known?.manifestSha256 !== build.manifestSha256) throw new DomainError('VERSION_TAKEN')
  return known.id
}

/** The build of a game that has this version already. */
export async function findVersion(
  db: Db,
  { gameId, platform, version }: { gameId: string; platform: string; version: string },
) {
  const [build] = await db
    .select()
    .from(builds)
    .where(and(eq(builds.gameId, gameId), eq(builds.platform, platform), eq(builds.version, version)))
  return build
}
