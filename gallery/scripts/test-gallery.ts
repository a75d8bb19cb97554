// `npm run test:gallery`: what Playwright takes, and --all (every story in all eight variants) and --screenshots (into gallery/screenshots).
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const gallery = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const wants = (flag: string) => args.includes(flag)

const { status } = spawnSync(
  process.execPath,
  [
    createRequire(import.meta.url).resolve('@playwright/test/cli'),
    'test',
    '--config',
    join(gallery, 'playwright.config.ts'),
    ...args.filter((arg) => arg !== '--all' && arg !== '--screenshots'),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(wants('--all') && { KETTLE_GALLERY_ALL: '1' }),
      ...(wants('--screenshots') && { KETTLE_GALLERY_SCREENSHOTS: join(gallery, 'screenshots') }),
    },
  },
)
process.exitCode = status ?? 1
