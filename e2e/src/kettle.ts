import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { root } from './programs.ts'

/** The demo store's publisher. */
export const publisher = { email: 'publisher@kettle.test', password: 'kettle-on-the-stove' }

/** Runs `kettle` as its user would, with the log-in in the environment. */
export async function kettle(store: string, home: string, args: string[]): Promise<string> {
  const env = {
    ...process.env,
    KETTLE_EMAIL: publisher.email,
    KETTLE_PASSWORD: publisher.password,
    XDG_CONFIG_HOME: home,
  }
  const run = async (words: string[]) => {
    const child = spawn(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'close')
    expect(code, said).toBe(0)
    return said
  }
  await run(['login', '--server', store])
  return run(args)
}

/** Gives the demo publisher's game a small build that starts, without which no game is for sale. */
export async function pushSmallBuild(store: string, slug: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'kettle-small-build-'))
  const folder = join(work, 'game')
  await mkdir(folder)
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>${slug}</title>`)
  const words = ['push', folder, '--game', slug, '--platform', 'any', '--version', '1.0.0', '--channel', 'stable']
  await kettle(store, work, words)
  await rm(work, { recursive: true, force: true })
}
