import type { Manifest, ManifestFile } from '@kettle/depot'

export type TreeNode =
  | { kind: 'dir'; names: string[] }
  | { kind: 'link'; target: string }
  | { kind: 'manifest'; size: number }
  | { kind: 'pack' | 'patch'; size: number; sha256: string }
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
  const nodes = new Map<string, TreeNode>()
  const folder = (path: string): { names: string[] } => {
    const known = nodes.get(path)
    if (known?.kind === 'dir') return known
    const made: TreeNode = { kind: 'dir', names: [] }
    nodes.set(path, made)
    if (path !== '/') place(path)
    return made
  }
  const place = (path: string): void => {
    const slash = path.lastIndexOf('/')
    folder(path.slice(0, slash) || '/').names.push(path.slice(slash + 1))
  }
  const add = (path: string, node: TreeNode): void => {
    place(path)
    nodes.set(path, node)
  }
  add('/manifest', { kind: 'manifest', size: manifestBytes })
  folder('/packs')
  folder('/files')
  for (const { sha256, size } of manifest.packs) add(`/packs/${sha256}`, { kind: 'pack', size, sha256 })
  if (patches.length > 0) folder('/patches')
  for (const { sha256, size } of patches) add(`/patches/${sha256}`, { kind: 'patch', size, sha256 })
  for (const dir of manifest.dirs) folder(`/files/${dir}`)
  for (const file of manifest.files)
    add(`/files/${file.path}`, { kind: 'file', size: file.size, mode: file.mode, file })
  for (const { path, target } of manifest.links) add(`/files/${path}`, { kind: 'link', target })

  return {
    manifest,
    lookup(path, follow) {
      const at: string[] = []
      const todo = path.split('/').filter(Boolean).reverse()
      let followed = 0
      for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
        if (name === '' || name === '.') continue
        if (name === '..') {
          at.pop()
          continue
        }
        const node = nodes.get(`/${[...at, name].join('/')}`)
        if (node?.kind === 'link' && (follow || todo.length > 0)) {
          if (++followed > MAX_LINKS_FOLLOWED) return null
          todo.push(...node.target.split('/').reverse())
        } else at.push(name)
      }
      return nodes.get(`/${at.join('/')}`) ?? null
    },
  }
}
