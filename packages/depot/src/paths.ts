import { DepotError } from './errors.ts'

/** One thing in a build's tree. `target` is what a link says, relative to the link's own folder. */
export type TreeEntry = { kind: 'file' | 'dir'; path: string } | { kind: 'link'; path: string; target: string }

/** The launcher keeps its state under this name in the install folder, so no build may use it. */
export const STATE_FOLDER = '.kettle'

const MAX_PATH_BYTES = 1024
const MAX_NAME_BYTES = 255
const MAX_LINKS_FOLLOWED = 40

// Names and characters that Windows refuses or reads as something else: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
const DEVICE_NAME = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN_CHARACTER = /[\u0000-\u001f\u007f<>:"|?*\\\ufffd]/

/**
 * What is wrong with a path inside a build, as a sentence fragment, or null. The rules are those of the strictest
 * system a game is installed on, so that a build made on one can be installed on any.
 */
export function pathProblem(path: string): string | null {
  if (path === '') return 'is empty'
  if (!path.isWellFormed()) return 'is not Unicode text'
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes`
  if (path.startsWith('/')) return 'is absolute'
  for (const name of path.split('/')) {
    const problem = nameProblem(name)
    if (problem) return problem
  }
  if (foldCase(path.split('/', 1)[0] ?? '') === STATE_FOLDER)
    return `uses "${STATE_FOLDER}", which the launcher keeps for itself`
  return null
}

function nameProblem(name: string): string | null {
  if (name === '') return 'has an empty part'
  if (name === '.' || name === '..') return `has a "${name}" part`
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `has a name longer than ${MAX_NAME_BYTES} bytes`
  const forbidden = FORBIDDEN_CHARACTER.exec(name)
  if (forbidden) return `has the character ${JSON.stringify(forbidden[0])}, which not every system allows`
  if (DEVICE_NAME.test(name)) return `has the name "${name}", which is a device on Windows`
  if (name.endsWith('.') || name.endsWith(' ')) return 'has a name that ends with a dot or a space'
  return null
}

/** Two names with the same fold are one file on a system that ignores case or composes Unicode. */
export function foldCase(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * Checks a whole tree: each path by itself, no two that are one on some system, nothing below a file or a link,
 * and links that stay inside however they are followed.
 * @throws DepotError PATH_INVALID, naming the path.
 */
export function checkTree(entries: readonly TreeEntry[]): void {
  const seen = new Map<string, { path: string; kind: TreeEntry['kind']; listed: boolean }>()
  const folders = new Set<string>()
  for (const entry of entries) {
    refuse(entry.path, pathProblem(entry.path))
    for (let at = entry.path.lastIndexOf('/'); at > 0; at = entry.path.lastIndexOf('/', at - 1)) {
      const folder = entry.path.slice(0, at)
      if (folders.has(folder)) break
      folders.add(folder)
      const fold = foldCase(folder)
      const twin = seen.get(fold)
      if (twin)
        refuse(
          entry.path,
          twin.path !== folder
            ? `and "${twin.path}" differ only in case`
            : twin.kind === 'dir'
              ? null
              : `lies below the ${twin.kind} "${twin.path}"`,
        )
      else seen.set(fold, { path: folder, kind: 'dir', listed: false })
    }
    const fold = foldCase(entry.path)
    const twin = seen.get(fold)
    if (!twin) seen.set(fold, { path: entry.path, kind: entry.kind, listed: true })
    else if (twin.path !== entry.path) refuse(entry.path, `and "${twin.path}" differ only in case`)
    else if (twin.listed) refuse(entry.path, 'is listed twice')
    else if (entry.kind !== 'dir') refuse(entry.path, 'is a folder too')
    else twin.listed = true
  }
  checkLinks(entries)
}

function checkLinks(entries: readonly TreeEntry[]): void {
  const links = new Map<string, string>()
  for (const entry of entries) if (entry.kind === 'link') links.set(foldCase(entry.path), entry.target)
  for (const entry of entries)
    if (entry.kind === 'link') refuse(entry.path, linkProblem(entry.path, entry.target, links))
}

/** Follows a link as a system would, through other links of the build: a path that looks inside may still lead out. */
function linkProblem(path: string, target: string, links: ReadonlyMap<string, string>): string | null {
  if (target === '' || !target.isWellFormed() || Buffer.byteLength(target) > MAX_PATH_BYTES)
    return 'is a link without a usable target'
  const at = path.split('/').slice(0, -1)
  const todo = target.split('/').reverse()
  if (target.startsWith('/') || FORBIDDEN_CHARACTER.test(target))
    return `is a link to "${target}", which is not a plain relative path`
  let followed = 0
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (name === '' || name === '.') continue
    if (name === '..') {
      if (at.pop() === undefined) return `is a link to "${target}", which leads out of the build`
      continue
    }
    const next = links.get(foldCase([...at, name].join('/')))
    if (next === undefined) at.push(name)
    else if (++followed > MAX_LINKS_FOLLOWED) return 'is a link that never ends'
    else if (next.startsWith('/')) return `is a link to "${target}", which leads out of the build`
    else todo.push(...next.split('/').reverse())
  }
  if (foldCase(at[0] ?? '') === STATE_FOLDER) return `is a link to "${target}", which the launcher keeps for itself`
  return null
}

function refuse(path: string, problem: string | null): void {
  if (problem) throw new DepotError('PATH_INVALID', `"${path}" ${problem}`)
}
