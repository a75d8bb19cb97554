import type { Manifest, ManifestFile } from '@kettle/depot'
import { type PackRanges, packRanges } from './pack-ranges.ts'

export type TreeNode =
  | { kind: 'dir'; names: string[]; children: Map<string, TreeNode> }
  | { kind: 'link'; target: string }
  | { kind: 'manifest'; size: number }
  | { kind: 'patch'; size: number; sha256: string }
  | { kind: 'pack'; size: number; sha256: string; ranges: () => PackRanges }
  | { kind: 'file'; size: number; mode: number; file: ManifestFile }

/** What a read grant sees: `/manifest`, `/packs/<hash>`, `/patches/<hash>` and `/files/...`. */
export interface ReadTree {
  manifest: Manifest
  /** The node at an absolute, normal path. A link at its end is followed only with `follow`; links on the way always. */
  lookup(path: string, follow: boolean): TreeNode | null
}

const MAX_LINKS_FOLLOWED = 40

/** A patch that leads to a build, by its name in the depot; its size in bytes. */
export interface NamedPatch {
  sha256: string
  size: number
}

export function readTree(manifest: Manifest, manifestBytes: number, patches: readonly NamedPatch[] = []): ReadTree {
  const root = emptyFolder()
  const folder = (path: string): TreeNode & { kind: 'dir' } => {
    let at = root
    for (const name of path.split('/')) {
      const known = at.children.get(name)
      const next = known?.kind === 'dir' ? known : emptyFolder()
      if (next !== known) put(at, name, next)
      at = next
    }
    return at
  }
  const add = (path: string, node: TreeNode): void => {
    const slash = path.lastIndexOf('/')
    put(slash < 0 ? root : folder(path.slice(0, slash)), path.slice(slash + 1), node)
  }
  add('manifest', { kind: 'manifest', size: manifestBytes })
  folder('packs')
  folder('files')
  let ranges: PackRanges[] | null = null
  const rangesOf = (pack: number): PackRanges => {
    // Only launchers ask for packs: whoever reads files never pays for this.
    ranges = ranges ?? packRanges(manifest)
    return ranges[pack] ?? new Float64Array()
  }
  for (const [pack, { sha256, size }] of manifest.packs.entries())
    add(`packs/${sha256}`, { kind: 'pack', size, sha256, ranges: () => rangesOf(pack) })
  if (patches.length > 0) folder('patches')
  for (const { sha256, size } of patches) add(`patches/${sha256}`, { kind: 'patch', size, sha256 })
  for (const dir of manifest.dirs) folder(`files/${dir}`)
  for (const file of manifest.files) add(`files/${file.path}`, { kind: 'file', size: file.size, mode: file.mode, file })
  for (const { path, target } of manifest.links) add(`files/${path}`, { kind: 'link', target })

  return {
    manifest,
    lookup(path, follow) {
      // The folders on the way to where one stands; a step costs the same however deep that is.
      const way = [root]
      const todo = path.split('/').reverse()
      let followed = 0
      for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
        if (name === '' || name === '.') continue
        if (name === '..') {
          if (way.length > 1) way.pop()
          continue
        }
        const node = way.at(-1)?.children.get(name)
        const isLast = todo.length === 0
        if (node?.kind === 'link' && (follow || !isLast)) {
          if (++followed > MAX_LINKS_FOLLOWED) return null
          todo.push(...node.target.split('/').reverse())
        } else if (node?.kind === 'dir') way.push(node)
        else return isLast ? (node ?? null) : null
      }
      return way.at(-1) ?? null
    },
  }
}

const emptyFolder = (): TreeNode & { kind: 'dir' } => ({ kind: 'dir', names: [], children: new Map() })

function put(folder: TreeNode & { kind: 'dir' }, name: string, node: TreeNode): void {
  folder.names.push(name)
  folder.children.set(name, node)
}
