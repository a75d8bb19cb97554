import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from 'playwright'
import { type Launcher, root, startLauncher } from './programs.ts'

/** One store for all workers of a run (see begin-run.ts); each test brings people of its own. */
export const test = base.extend<
  {
    shoot: (page: Page, name: string) => Promise<void>
    launch: (store: string, kept?: string) => Promise<Launcher>
    endOfPages: undefined
  },
  { store: { url: string } }
>({
  store: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off its first parameter.
    async ({}, use) => {
      const url = process.env.KETTLE_TEST_STORE
      if (!url) throw new Error('the store of the run is not started: begin-run.ts does that')
      await use({ url })
    },
    { scope: 'worker' },
  ],
  // A launcher's page would look for its launcher for ever, beside all flows that follow.
  endOfPages: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  // Launchers that end with their test, also when it fails.
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  launch: async ({}, use) => {
    const started: Launcher[] = []
    await use(async (store, kept) => {
      const launcher = await startLauncher(store, kept)
      started.push(launcher)
      return launcher
    })
    for (const launcher of started) {
      await launcher.stop()
      await rm(launcher.dataDir, { recursive: true, force: true })
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  shoot: async ({}, use, info) => {
    if (!process.env.KETTLE_SCREENSHOTS) return use(async () => {})
    const folder = join(root, 'e2e/screenshots', info.title.replace(/[^\p{L}\p{N}]+/gu, '-'))
    await mkdir(folder, { recursive: true })
    let number = 0
    await use(async (page, name) => {
      number++
      await page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${name}.png`) })
    })
  },
})

export { expect } from '@playwright/test'
