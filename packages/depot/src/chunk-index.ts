/** Where one chunk lies in the depot. Sizes and the offset are in bytes; `sha256` is of the plain bytes. */
export interface ChunkLocation {
  sha256: string
  size: number
  /** The pack's name: the SHA-256 of its bytes. */
  pack: string
  packSize: number
  offset: number
  packedSize: number
  encoding: 'raw' | 'zstd'
}

/**
 * What one owner's builds already have in the depot, so that no chunk of theirs is stored twice. It only saves space: a wrong
 * or empty answer to `find` breaks nothing.
 */
export interface ChunkIndex {
  /** Whose chunks these are. What others have stored is never found, so that nobody can learn of it by storing the same. */
  readonly owner: string
  /** The locations of those of these chunks (lower-case hex SHA-256, up to a few thousand) that are known. */
  find(sha256s: readonly string[]): Promise<Map<string, ChunkLocation>>
  /**
   * Remembers where chunks lie, all or none; called after their pack is stored. For a chunk known already the newer
   * location should win (the older pack may be lost); of two callers at once either may. Twice is as once.
   */
  add(locations: readonly ChunkLocation[]): Promise<void>
}

/** An index in memory, for tests and for depots that forget. */
export function memoryIndex(owner = ''): ChunkIndex {
  const known = new Map<string, ChunkLocation>()
  return {
    owner,
    async find(sha256s) {
      const found = new Map<string, ChunkLocation>()
      for (const sha256 of sha256s) {
        const location = known.get(sha256)
        if (location) found.set(sha256, location)
      }
      return found
    },
    async add(locations) {
      for (const location of locations) known.set(location.sha256, location)
    },
  }
}
