import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildLauncher, runTool } from './testing/build.ts'

const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kettle-package-'))
  await buildLauncher()
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** What stands in for Electron, which is a download: nothing of it is real but the place of its fuses, all of them off. */
async function standIn(): Promise<string> {
  const dist = join(home, 'electron')
  await mkdir(join(dist, 'resources'), { recursive: true })
  const fuses = Buffer.from([1, 9])
  await writeFile(join(dist, 'electron'), Buffer.concat([Buffer.from(`ELF${wire}`), fuses, Buffer.from('0'.repeat(9))]))
  await chmod(join(dist, 'electron'), 0o755)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'version'])
    await writeFile(join(dist, name), 'x')
  return dist
}

/** Runs electron-builder up to the folder that installers are made of. */
async function pack(env: Record<string, string>, ...options: string[]): Promise<string> {
  const output = await mkdtemp(join(home, 'release-'))
  const more = [
    `-c.electronDist=${await standIn()}`,
    '-c.npmRebuild=false',
    `-c.directories.output=${output}`,
    ...options,
  ]
  const args = ['--config', 'electron-builder.mjs', '--linux', 'dir', '--x64', ...more]
  await runTool('electron-builder', 'cli.js', args, env)
  return join(output, 'linux-unpacked')
}

type Entry = { files?: Record<string, Entry> }

/** The paths in an asar archive: it begins with four numbers and its list as JSON. */
async function listAsar(path: string): Promise<string[]> {
  const bytes = await readFile(path)
  const list = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()) as Entry
  const walk = ({ files }: Entry, at: string): string[] =>
    Object.entries(files ?? {}).flatMap(([name, one]) => (one.files ? walk(one, `${at}${name}/`) : [`${at}${name}`]))
  return walk(list, '')
}

// electron-builder packs for ten seconds: `npm run test:all` does.
test.runIf(inject('atLength'))('the package holds what runs and nothing else, with its fuses set', async () => {
  const folder = await pack({ KETTLE_UPDATE_URL: 'https://updates.example/launcher' })
  const paths = await listAsar(join(folder, 'resources/app.asar'))
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'assets/tray.png'],
      ...['node_modules/ssh2/lib/index.js', 'node_modules/electron-updater/out/main.js'],
    ]),
  )
  const roots = new Set(paths.map((path) => path.split('/')[0]))
  expect([...roots].sort()).toEqual(['assets', 'node_modules', 'out', 'package.json'])
  expect(paths.filter((path) => /@kettle|\.tsx?$|drizzle|node_modules\/(react|electron|vite)\//u.test(path))).toEqual(
    [],
  )
  const program = (await readFile(join(folder, 'kettle-launcher'))).toString('latin1')
  // In their order: run as Node, encrypt cookies, NODE_OPTIONS, --inspect, check the archive, load only it, own V8 snapshot,
  // file:// privileges; the last is not ours to set.
  expect(program.slice(program.indexOf(wire) + wire.length + 2)).toBe('010011000')
  expect(await readFile(join(folder, 'resources/app-update.yml'), 'utf8')).toContain('https://updates.example/launcher')
})

test('an address for updates that anybody could listen in on is refused', async () => {
  await expect(pack({ KETTLE_UPDATE_URL: 'http://updates.example/' })).rejects.toThrow('https address')
})

test.runIf(inject('atLength'))('a setting that electron-builder does not know is refused', async () => {
  await expect(pack({}, '-c.teapot=1')).rejects.toThrow("unknown property 'teapot'")
})
