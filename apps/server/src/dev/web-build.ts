import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const web = join(root, 'apps/web')
const mark = join(web, 'dist/.built-from')

/** What the web app is built from. */
const sources = ['apps/web', 'packages/ui', 'packages/api/src', 'pnpm-lock.yaml']

/** Builds the web app unless the last build was made from just these sources. */
export async function buildWeb(): Promise<void> {
  const fingerprint = fingerprintOf(sources.map((source) => join(root, source)))
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return
  await new Promise<void>((resolve, reject) => {
    const vite = join(web, 'node_modules/vite/bin/vite.js')
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    child.stdout.on('data', (chunk) => (log += chunk))
    child.stderr.on('data', (chunk) => (log += chunk))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web app could not be built:\n${log}`)),
    )
  })
  writeFileSync(mark, fingerprint)
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
