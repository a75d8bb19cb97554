import { DepotError } from './errors.ts'

/** One thing in a build's tree. `target` is what a link says, relative to the link's own folder. */
export type TreeEntry = { kind: 'file' | 'dir'; path: string } | { kind: 'link'; path: string; target: string }

/** The launcher keeps its state under this name in the install folder, so no build may use it. */
export const STATE_FOLDER = '.kettle'

export const MAX_PATH_BYTES = 1024
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

/** Links of one build, at most, and the bytes of all their targets: together they bound the time that it takes to check them. */
export const MAX_LINKS = 10_000
export const MAX_LINK_BYTES = 1 << 20

/** A folder that has a link below it, or that link. */
interface LinkNode {
  parent: LinkNode | null
  children: Map<string, LinkNode>
  link?: { path: string; target: string; followed?: Followed }
}

/** Where one arrives: `below` names further down than `node`, where no link can be. */
interface Position {
  node: LinkNode
  below: number
}

interface Followed {
  position: Position
  /** Links followed on the way, as a system counts them. */
  links: number
}

/**
 * Follows each link as a system would, through other links of the build: a path that looks inside may still lead out. Where a
 * link leads is found out once, so that the time is linear in the length of all targets.
 */
function checkLinks(entries: readonly TreeEntry[]): void {
  const links = entries.filter((entry) => entry.kind === 'link')
  if (links.length === 0) return
  if (links.length > MAX_LINKS)
    throw new DepotError('PATH_INVALID', `There are ${links.length} links, more than ${MAX_LINKS}`)
  let bytes = 0
  for (const { path, target } of links) {
    refuse(path, targetProblem(target))
    bytes += Buffer.byteLength(target)
  }
  if (bytes > MAX_LINK_BYTES)
    throw new DepotError('PATH_INVALID', `The targets of all links have ${bytes} bytes, more than ${MAX_LINK_BYTES}`)
  const root: LinkNode = { parent: null, children: new Map() }
  const reserved = childOf(root, STATE_FOLDER)
  const nodes = links.map(({ path, target }) => {
    let node = root
    for (const name of path.split('/')) node = childOf(node, foldCase(name))
    node.link = { path, target }
    return node
  })
  for (const node of nodes) {
    const { position } = follow(node, 0)
    for (let at: LinkNode | null = position.node; at; at = at.parent)
      if (at === reserved && node.link)
        refuse(node.link.path, `is a link to "${node.link.target}", which the launcher keeps for itself`)
  }
}

function childOf(parent: LinkNode, fold: string): LinkNode {
  const known = parent.children.get(fold)
  if (known) return known
  const made: LinkNode = { parent, children: new Map() }
  parent.children.set(fold, made)
  return made
}

/** @param depth links that are being followed already @throws DepotError PATH_INVALID */
function follow(node: LinkNode, depth: number): Followed {
  const { link } = node
  if (!link) return { position: { node, below: 0 }, links: 0 }
  if (link.followed) return link.followed
  const endless = (): never => refuse(link.path, 'is a link that never ends')
  if (depth > MAX_LINKS_FOLLOWED) return endless()
  // A link stands in its parent's folder.
  let at: Position = { node: node.parent ?? node, below: 0 }
  let followed = 0
  for (const name of link.target.split('/')) {
    if (name === '' || name === '.') continue
    if (name === '..') {
      const above = at.below > 0 ? at.node : at.node.parent
      if (!above) return refuse(link.path, `is a link to "${link.target}", which leads out of the build`)
      at = { node: above, below: Math.max(0, at.below - 1) }
      continue
    }
    const next = at.below === 0 ? at.node.children.get(foldCase(name)) : undefined
    if (!next) {
      at = { node: at.node, below: at.below + 1 }
      continue
    }
    const inner = next.link ? follow(next, depth + 1) : { position: { node: next, below: 0 }, links: 0 }
    followed += next.link ? inner.links + 1 : 0
    if (followed > MAX_LINKS_FOLLOWED) return endless()
    at = inner.position
  }
  link.followed = { position: at, links: followed }
  return link.followed
}

function targetProblem(target: string): string | null {
  if (target === '' || !target.isWellFormed() || Buffer.byteLength(target) > MAX_PATH_BYTES)
    return 'is a link without a usable target'
  if (target.startsWith('/') || FORBIDDEN_CHARACTER.test(target))
    return `is a link to "${target}", which is not a plain relative path`
  return null
}

function refuse(path: string, problem: string): never
function refuse(path: string, problem: string | null): void
function refuse(path: string, problem: string | null): void {
  if (problem) throw new DepotError('PATH_INVALID', `"${path}" ${problem}`)
}
