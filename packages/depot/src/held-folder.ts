import { constants, existsSync } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A folder held open, so that replacing it, or a folder above it, by a link changes nothing for whoever holds it. Node has no
 * `openat`: on Linux `/proc/self/fd` stands in for it. Elsewhere the folder is named by its path, which is checked for links
 * once; a caller that must not be led astray compares what it opened with what it had listed.
 */
export interface HeldFolder {
  /** Stands for the folder in calls of node:fs: append `/name` to reach one entry. */
  readonly at: string
  close(): Promise<void>
}

const NOFOLLOW = constants.O_NOFOLLOW ?? 0
const HELD_BY_HANDLE = process.platform === 'linux' && existsSync('/proc/self/fd')
const HOLD = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | NOFOLLOW

/** How a file is opened to be read: never through a link, and without waiting for what is no plain file. */
export const READ_NOFOLLOW = constants.O_RDONLY | NOFOLLOW | (constants.O_NONBLOCK ?? 0)

/** Opens a folder. A link at the end of the path is not followed. @throws the system's error, such as ENOENT or ENOTDIR */
export async function holdFolder(path: string): Promise<HeldFolder> {
  if (!HELD_BY_HANDLE) {
    if (!(await lstat(path)).isDirectory()) throw notAFolder(path)
    return { at: path, close: async () => {} }
  }
  const handle = await open(path, HOLD)
  return { at: `/proc/self/fd/${handle.fd}`, close: () => handle.close() }
}

/**
 * Opens the folder that these names lead to below `root`, one after the other, with no link on the way.
 * @throws the system's error: ENOENT where one is missing, ENOTDIR where one is no folder
 */
export async function holdBelow(root: string, names: readonly string[]): Promise<HeldFolder> {
  let held = await holdFolder(root)
  for (const name of names) {
    const above = held
    try {
      held = await holdFolder(join(above.at, name))
    } finally {
      await above.close()
    }
  }
  return held
}

function notAFolder(path: string): Error {
  return Object.assign(new Error(`ENOTDIR: not a directory, open '${path}'`), { code: 'ENOTDIR' })
}
