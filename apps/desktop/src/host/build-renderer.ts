import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const desktop = resolve(import.meta.dirname, '../..')
const sources = [
  ...['src/renderer', 'src/shared', 'renderer.vite.config.ts', 'package.json'].map((path) => join(desktop, path)),
  ...['ui', 'socials'].map((name) => join(desktop, '../../packages', name, 'src')),
]

/** Builds the renderer when a source is newer than what was built last. Returns the folder with the built one. */
export async function buildRenderer(): Promise<string> {
  const built = join(desktop, 'out/renderer')
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))))
  const made = await stat(join(built, 'index.html')).catch(() => null)
  if (made && made.mtimeMs >= newest) return built
  const [{ build }, { rendererConfig }] = await Promise.all([import('vite'), import('../../renderer.vite.config.ts')])
  // Built aside, so that a launcher that is being served never meets half of a new one.
  const part = `${built}-${process.pid}`
  await build({
    ...rendererConfig,
    configFile: false,
    logLevel: 'warn',
    build: { ...rendererConfig.build, outDir: part, emptyOutDir: true },
  })
  await rm(built, { recursive: true, force: true })
  // Another process may have put its own build there first, which is as good.
  await rename(part, built).catch(() => rm(part, { recursive: true, force: true }))
  return built
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs
  const inside = await readdir(path, { recursive: true })
  const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs))
  return Math.max(...times)
}
