import { type DepotStore, diskStore } from '@kettle/depot'
import type { DepotConfig } from '../config.ts'

/** The depot where the configuration says: on this machine's disk, or in a bucket. */
export async function depotStore(config: DepotConfig): Promise<DepotStore> {
  if (config.kind === 'disk') return diskStore(config.dir)
  // Its SDK is large, and most stores never need it.
  const { s3Store } = await import('./s3-store.ts')
  return s3Store(config)
}
