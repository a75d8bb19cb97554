import { chmodSync, lstatSync, mkdirSync, renameSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Manifest, Plan } from '@kettle/depot'
import { diskError, errorCode } from './errors.ts'
import { statePaths } from './state-paths.ts'

// Renames take microseconds: some at a time, then others get their turn.
const BATCH = 64

/**
 * Moves what was staged into place and takes away what only the old build had. Broken off anywhere it can be begun again.
 * What stands in the way and is not of the build is moved aside, never deleted.
 */
export async function finish(dir: string, want: Manifest, plan: Plan, linksRight: readonly boolean[]): Promise<void> {
  const { staging } = statePaths(dir)
  const folders = makeFolders(dir)
  await inBatches(plan.remove, (path) => removeListed(dir, path))
  await inBatches(want.dirs, (path) => folders(path))
  await inBatches(
    plan.build,
    (index) => {
      const path = want.files[index]?.path ?? ''
      folders(parentOf(path))
      clearWay(join(dir, path), (found) => found.isFile())
      renameSync(join(staging, String(index)), join(dir, path))
    },
    (index) => want.files[index]?.path ?? '',
  )
  await inBatches(
    plan.chmod,
    (index) => {
      const file = want.files[index]
      if (file) chmodSync(join(dir, file.path), file.mode)
    },
    (index) => want.files[index]?.path ?? '',
  )
  for (const [index, { path, target }] of want.links.entries()) {
    if (linksRight[index]) continue
    try {
      folders(parentOf(path))
      if (clearWay(join(dir, path), (found) => found.isSymbolicLink())) unlinkSync(join(dir, path))
      symlinkSync(target, join(dir, path))
    } catch (error) {
      throw diskError(error, path)
    }
  }
}

/** Removes a file or link that a manifest listed, and the folders that it leaves empty. Never goes through a link. */
export function removeListed(dir: string, path: string): void {
  const names = path.split('/')
  for (let depth = 1; depth < names.length; depth++) {
    if (!lstatSync(join(dir, ...names.slice(0, depth)), { throwIfNoEntry: false })?.isDirectory()) return
  }
  const found = lstatSync(join(dir, path), { throwIfNoEntry: false })
  if (found?.isFile() || found?.isSymbolicLink()) unlinkSync(join(dir, path))
  removeEmptyFolders(dir, parentOf(path))
}

/** Removes this folder of the build and those above it, as long as they are empty. */
export function removeEmptyFolders(dir: string, path: string): void {
  for (let at = path; at !== ''; at = parentOf(at)) {
    try {
      rmdirSync(join(dir, at))
    } catch (error) {
      const code = errorCode(error)
      if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') return
      if (code !== 'ENOENT') throw error
    }
  }
}

/** Makes folders, each once; whatever else has the name of one is moved aside. */
function makeFolders(dir: string): (path: string) => void {
  const made = new Set([''])
  const make = (path: string): void => {
    if (made.has(path)) return
    make(parentOf(path))
    if (!clearWay(join(dir, path), (found) => found.isDirectory())) mkdirSync(join(dir, path))
    made.add(path)
  }
  return make
}

/** Whether something suitable is at the path; anything unsuitable is renamed to `<name>.kettle-aside`. */
function clearWay(
  path: string,
  suits: (found: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }) => boolean,
): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return false
  if (suits(found)) return true
  let aside = `${path}.kettle-aside`
  for (let count = 2; lstatSync(aside, { throwIfNoEntry: false }); count++) aside = `${path}.kettle-aside-${count}`
  renameSync(path, aside)
  return false
}

async function inBatches<T>(
  items: readonly T[],
  act: (item: T) => void,
  pathOf: (item: T) => string = String,
): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at % BATCH === BATCH - 1) await breathe()
    try {
      act(item)
    } catch (error) {
      throw diskError(error, pathOf(item))
    }
  }
}

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}
