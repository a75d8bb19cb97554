import { uptime } from 'node:os'
import { join } from 'node:path'

/** The same as the depot's STATE_FOLDER, which no build may use. */
const FOLDER = '.kettle'

/** The files of the state folder inside an install folder. */
export function statePaths(dir: string): {
  folder: string
  lock: string
  manifest: string
  want: string
  journal: string
  staging: string
} {
  const folder = join(dir, FOLDER)
  return {
    folder,
    lock: join(folder, 'lock'),
    /** The build that is installed, whole. */
    manifest: join(folder, 'manifest'),
    /** The build that is being installed. While it is there, the folder must not be played. */
    want: join(folder, 'want'),
    journal: join(folder, 'journal'),
    staging: join(folder, 'staging'),
  }
}

/** When this computer was started, in seconds since 1970: tells files of before a power cut from files of now. */
export function bootSeconds(): number {
  return Math.round(Date.now() / 1000 - uptime())
}

/** Clocks are set and uptimes rounded: two readings this close are of one start. */
export function sameBoot(one: number, other: number): boolean {
  return Math.abs(one - other) <= 5
}
