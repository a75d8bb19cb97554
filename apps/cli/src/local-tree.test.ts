import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listTree } from './local-tree.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-cli-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

test('files with sizes and modes, folders before their content, links unfollowed', async () => {
  await mkdir(join(dir, 'bin/empty'), { recursive: true })
  await writeFile(join(dir, 'bin/game'), 'run me')
  await chmod(join(dir, 'bin/game'), 0o755)
  await writeFile(join(dir, 'readme'), 'hi')
  await symlink('bin/game', join(dir, 'start'))
  const tree = await listTree(dir)
  expect(tree.dirs).toEqual(['bin', 'bin/empty'])
  expect(tree.files).toEqual(
    expect.arrayContaining([
      { path: 'bin/game', size: 6, mode: 0o755 },
      { path: 'readme', size: 2, mode: 0o644 },
    ]),
  )
  expect(tree.links).toEqual([{ path: 'start', target: 'bin/game' }])
  expect(tree.size).toBe(8)
})

test('what the store would refuse is refused before anything is sent', async () => {
  await expect(listTree(join(dir, 'nowhere'))).rejects.toThrow('There is no folder')
  await expect(listTree(dir)).rejects.toThrow('There are no files')
  await writeFile(join(dir, 'a'), '')
  await symlink('/etc/passwd', join(dir, 'out'))
  await expect(listTree(dir)).rejects.toThrow('not a plain relative path')
})
