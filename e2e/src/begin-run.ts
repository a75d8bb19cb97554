import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { buildRenderer } from '../../apps/desktop/src/host/build-renderer.ts'
import { startStore } from './programs.ts'
import { copySeededFolder } from './seeded-folder.ts'

/** Starts the one store that all workers of a run share, and ends it afterwards. Its log lies beside the results. */
export default async function beginRun(config: FullConfig): Promise<() => Promise<void>> {
  const results = config.projects[0]?.outputDir ?? 'e2e/results'
  await mkdir(results, { recursive: true })
  // Built once here, since launchers of two workers would build it at the same time.
  const [dataDir] = await Promise.all([copySeededFolder(), buildRenderer()])
  const store = await startStore(dataDir, join(results, 'store.log'))
  process.env.KETTLE_TEST_STORE = store.url
  return async () => {
    await store.stop()
  }
}
