import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
