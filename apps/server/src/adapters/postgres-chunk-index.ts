import { chunks, type Db } from '@kettle/db'
import type { ChunkIndex } from '@kettle/depot'
import { inArray, sql } from 'drizzle-orm'

const AT_ONCE = 1_000

/** The depot's chunk index in Postgres. */
export function postgresChunkIndex(db: Db): ChunkIndex {
  return {
    find: async (sha256s) => {
      if (sha256s.length === 0) return new Map()
      const rows = await db
        .select()
        .from(chunks)
        .where(inArray(chunks.sha256, [...sha256s]))
      return new Map(rows.map((row) => [row.sha256, row]))
    },
    add: async (locations) => {
      if (locations.length === 0) return
      // In the order of their names, so that two at once wait for each other instead of dead-locking.
      const rows = [...locations].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      const newer = (column: string) => sql.raw(`excluded.${column}`)
      await db.transaction(async (tx) => {
        for (let start = 0; start < rows.length; start += AT_ONCE)
          await tx
            .insert(chunks)
            .values(rows.slice(start, start + AT_ONCE))
            .onConflictDoUpdate({
              target: chunks.sha256,
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
