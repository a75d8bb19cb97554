import { chunkLocations, type Db } from '@kettle/db'
import type { ChunkIndex } from '@kettle/depot'
import { and, eq, inArray, sql } from 'drizzle-orm'

const AT_ONCE = 1_000

/** The index of one publisher's chunks in Postgres. */
export function postgresChunkIndex(db: Db, owner: string): ChunkIndex {
  return {
    owner,
    find: async (sha256s) => {
      if (sha256s.length === 0) return new Map()
      const rows = await db
        .select()
        .from(chunkLocations)
        .where(and(eq(chunkLocations.owner, owner), inArray(chunkLocations.sha256, [...sha256s])))
      return new Map(rows.map(({ owner: _owner, ...row }) => [row.sha256, row]))
    },
    add: async (locations) => {
      if (locations.length === 0) return
      // In the order of their names, so that two at once wait for each other instead of dead-locking.
      const rows = locations
        .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
        .map((location) => ({ ...location, owner }))
      const newer = (column: string) => sql.raw(`excluded.${column}`)
      await db.transaction(async (tx) => {
        for (let start = 0; start < rows.length; start += AT_ONCE)
          await tx
            .insert(chunkLocations)
            .values(rows.slice(start, start + AT_ONCE))
            .onConflictDoUpdate({
              target: [chunkLocations.owner, chunkLocations.sha256],
              set: {
                pack: newer('pack'),
                packSize: newer('pack_size'),
                offset: newer('"offset"'),
                packedSize: newer('packed_size'),
                encoding: newer('encoding'),
              },
            })
      })
    },
  }
}
