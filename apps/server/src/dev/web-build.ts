import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Guard } from './guarding.ts'
import { lives, sight } from './processes.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const web = join(root, 'apps/web')
const dist = join(web, 'dist')
/** Builds in work lie here, each in a folder named by its process. */
const workshop = join(web, 'node_modules')
const MARK = '.built-from'

/** What the web app is built from. */
const sources = ['apps/web', 'packages/ui', 'packages/socials', 'packages/api/src', 'pnpm-lock.yaml']

/**
 * Builds the web app unless the last build was made from just these sources. It is built aside and moved to its place
 * whole, so that two starts at once, or one that is killed, leave no half of it.
 */
export async function buildWeb(guard?: Guard): Promise<void> {
  const fingerprint = fingerprintOf(sources.map((source) => join(root, source)))
  if (isBuiltFrom(fingerprint)) return
  sweepWorkshop()
  const part = join(workshop, `.kettle-dist-${process.pid}`)
  try {
    await runVite(part, guard)
    writeFileSync(join(part, MARK), fingerprint)
    replaceDist(part, fingerprint)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}

function isBuiltFrom(fingerprint: string): boolean {
  try {
    return readFileSync(join(dist, MARK), 'utf8') === fingerprint
  } catch {
    return false
  }
}

async function runVite(outDir: string, guard: Guard | undefined): Promise<void> {
  const vite = join(web, 'node_modules/vite/bin/vite.js')
  const args = ['build', '--logLevel', 'warn', '--outDir', relative(web, outDir), '--emptyOutDir']
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [vite, ...args], { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] })
    guard?.watch(child, 'SIGTERM')
    let log = ''
    child.stdout.on('data', (chunk) => (log += chunk))
    child.stderr.on('data', (chunk) => (log += chunk))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web app could not be built:\n${log}`)),
    )
  })
}

/** A folder can't take another's place in one step, so a second start may come between: whose build is there first stays. */
function replaceDist(part: string, fingerprint: string): void {
  for (;;) {
    if (isBuiltFrom(fingerprint)) return
    const old = `${part}-old`
    try {
      if (existsSync(dist)) renameSync(dist, old)
      renameSync(part, dist)
      return
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(String((error as NodeJS.ErrnoException).code))) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

/** Removes what killed builds have left. */
function sweepWorkshop(): void {
  for (const name of readdirSync(workshop)) {
    const pid = /^\.kettle-dist-(\d+)/u.exec(name)?.[1]
    if (pid && !lives(sight(Number(pid)))) rmSync(join(workshop, name), { recursive: true, force: true })
  }
}

/** Changes when a file below these paths is added, removed or written. */
function fingerprintOf(paths: string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) return void hash.update(`${path}\n${stat.size}\n${stat.mtimeMs}\n`)
    for (const name of readdirSync(path).sort()) if (name !== 'node_modules' && name !== 'dist') visit(join(path, name))
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
