import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How many bytes fit into a folder, or into the one above that exists; null where the system doesn't tell. */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    const above = dirname(folder)
    return above === folder ? null : freeSpace(above)
  }
}
