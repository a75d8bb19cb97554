import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const kept = join(root, 'node_modules/.cache/kettle-gallery')
/** The built gallery. */
export const builtGallery = join(kept, 'built')
const stamp = join(kept, 'hash')

/** All that goes into the build. The lockfile stands for what others wrote. */
const sources = [
  'gallery/{.storybook,src,pictures}/**/*',
  'gallery/{package.json,vite.config.ts}',
  'apps/web/src/**/*',
  'packages/{ui,socials,api}/src/**/*',
  'pnpm-lock.yaml',
]

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()) {
    const path = join(root, file)
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Builds the gallery, unless the last build was of the same sources.
 * @throws Error with what Storybook said, where it fails
 */
export async function buildGallery(): Promise<void> {
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stdout.write('Building the gallery ...\n')
  mkdirSync(kept, { recursive: true })
  rmSync(stamp, { force: true })
  // Into a folder of its own first: a build that is cut off leaves nothing that looks whole, and two at once don't mix.
  const making = join(kept, `making-${process.pid}`)
  try {
    await storybook(['build', '--quiet', '--output-dir', making])
    rmSync(builtGallery, { recursive: true, force: true })
    renameSync(making, builtGallery)
    writeFileSync(stamp, hash)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/**
 * Runs Storybook's command to its end.
 * @throws Error with the end of what it said, unless `output` is inherited
 */
export function storybook(args: string[], output: 'pipe' | 'inherit' = 'pipe'): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('storybook/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const command = join(dirname(manifest), typeof bin === 'string' ? bin : bin.storybook)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args, '--disable-telemetry'], {
      cwd: join(root, 'gallery'),
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
      stdio: ['ignore', output, output],
    })
    let said = ''
    child.stdout?.on('data', (part) => (said += part))
    child.stderr?.on('data', (part) => (said += part))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The gallery can't be built:\n${said.slice(-6000)}`)),
    )
  })
}
