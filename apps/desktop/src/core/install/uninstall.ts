import { rm, rmdir } from 'node:fs/promises'
import { scanTree } from '@kettle/depot'
import { diskError, errorCode, InstallError } from './errors.ts'
import { removeEmptyFolders, removeListed } from './finish.ts'
import { lockFolder } from './lock.ts'
import { systemClock } from './ports.ts'
import { type InstallProgress, progressMeter } from './progress.ts'
import { readState } from './state-folder.ts'
import { statePaths } from './state-paths.ts'

export interface Problem {
  path: string
  problem: 'missing' | 'changed' | 'blocked' | 'mode' | 'link'
}

/**
 * Compares the folder with the build that was installed, by hash, and changes nothing; `install` repairs.
 * @throws InstallError NOT_INSTALLED
 */
export async function verify({
  dir,
  onProgress,
  signal,
}: {
  dir: string
  onProgress?: (progress: InstallProgress) => void
  signal?: AbortSignal
}): Promise<Problem[]> {
  const { installed } = await readState(dir)
  if (!installed) throw new InstallError('NOT_INSTALLED', `No build is installed in ${dir}`)
  const meter = progressMeter(systemClock, onProgress)
  meter.phase(
    'checking',
    installed.files.reduce((sum, { size }) => sum + size, 0),
  )
  const tree = await scanTree(dir, installed, { onBytes: meter.add, signal })
  const problems: Problem[] = []
  for (const [index, { path }] of installed.files.entries()) {
    const state = tree.files[index]
    if (state?.kind === 'right' && !state.modeRight) problems.push({ path, problem: 'mode' })
    else if (state && state.kind !== 'right') problems.push({ path, problem: state.kind })
  }
  for (const [index, { path }] of installed.links.entries())
    if (!tree.links[index]) problems.push({ path, problem: 'link' })
  return problems
}

/**
 * Removes what the installed and the begun build list, and folders that this leaves empty: mods, saves and whatever
 * else is in the folder stays. Twice is as once. @throws InstallError BUSY, FILE_BLOCKED
 */
export async function uninstall({ dir }: { dir: string }): Promise<void> {
  const unlock = await lockFolder(dir)
  try {
    const { installed, pending } = await readState(dir)
    for (const build of [pending, installed]) {
      for (const { path } of [...(build?.files ?? []), ...(build?.links ?? [])]) {
        try {
          removeListed(dir, path)
        } catch (error) {
          throw diskError(error, path)
        }
      }
      for (const path of build?.dirs ?? []) removeEmptyFolders(dir, path)
    }
    await rm(statePaths(dir).folder, { recursive: true, force: true })
    await rmdir(dir).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
    })
  } finally {
    await unlock()
  }
}
