import type { Attributes } from 'ssh2'

const DIR = 0o040000
const FILE = 0o100000
const LINK = 0o120000
// A build has no times of its own; a fixed one keeps mirrors from fetching again what didn't change.
const FIXED_SECONDS = Date.UTC(2020, 0, 1) / 1000

/** Attributes of something in the virtual tree. `size` in bytes. */
export function virtualAttributes(kind: 'dir' | 'file' | 'link', size: number, mode: number): Attributes {
  const type = kind === 'dir' ? DIR : kind === 'link' ? LINK : FILE
  return { mode: type | mode, size, uid: 0, gid: 0, atime: FIXED_SECONDS, mtime: FIXED_SECONDS }
}

/** A line as `ls -l` shows it, which some clients print as it comes. */
export function longName(name: string, { mode, size, mtime }: Attributes): string {
  const type = (mode & 0o170000) === DIR ? 'd' : (mode & 0o170000) === LINK ? 'l' : '-'
  const rights = [...'rwxrwxrwx'].map((right, bit) => (mode & (1 << (8 - bit)) ? right : '-')).join('')
  const date = new Date(mtime * 1000)
  const month = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
  return `${type}${rights} 1 kettle kettle ${String(size).padStart(12)} ${month} ${String(date.getUTCDate()).padStart(2)}  ${date.getUTCFullYear()} ${name}`
}
