import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { checkTree, type TreeEntry } from '@kettle/depot'
import { CliFailure } from './failure.ts'

/** A folder to be pushed. Paths are relative, with slashes; parents come before what is in them. */
export interface LocalTree {
  root: string
  dirs: string[]
  files: { path: string; size: number; mode: 0o644 | 0o755 }[]
  links: { path: string; target: string }[]
  /** Of all files, in bytes. */
  size: number
}

/**
 * Lists a folder without following links, and refuses at once what the store would refuse after the upload.
 * @throws CliFailure for no folder or an empty one, DepotError PATH_INVALID for a name that can't be installed everywhere.
 */
export async function listTree(root: string): Promise<LocalTree> {
  const found = await lstat(root).catch(() => null)
  if (!found?.isDirectory()) throw new CliFailure(`There is no folder ${root}`)
  const tree: LocalTree = { root, dirs: [], files: [], links: [], size: 0 }
  await walk(tree, '')
  if (tree.files.length === 0) throw new CliFailure(`There are no files in ${root}`)
  checkTree(entriesOf(tree))
  return tree
}

async function walk(tree: LocalTree, folder: string): Promise<void> {
  for (const entry of await readdir(join(tree.root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    const full = join(tree.root, path)
    if (entry.isDirectory()) {
      tree.dirs.push(path)
      await walk(tree, path)
    } else if (entry.isSymbolicLink()) {
      tree.links.push({ path, target: (await readlink(full)).replaceAll('\\', '/') })
    } else if (entry.isFile()) {
      const { size, mode } = await lstat(full)
      tree.files.push({ path, size, mode: mode & 0o100 ? 0o755 : 0o644 })
      tree.size += size
    } else {
      throw new CliFailure(`${full} is neither file, folder nor link`)
    }
  }
}

function entriesOf({ dirs, files, links }: LocalTree): TreeEntry[] {
  return [
    ...dirs.map((path): TreeEntry => ({ kind: 'dir', path })),
    ...files.map(({ path }): TreeEntry => ({ kind: 'file', path })),
    ...links.map(({ path, target }): TreeEntry => ({ kind: 'link', path, target })),
  ]
}
