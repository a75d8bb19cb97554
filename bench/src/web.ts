import { buildWeb } from '../../apps/server/src/dev/web-build.ts'
import { firstLoad } from '../../apps/web/scripts/size.mjs'
import type { Report } from './row.ts'

const BAR_KB = 150

/** JavaScript of the store page's first load, gzipped, against its bar. */
export async function web(report: Report): Promise<void> {
  await buildWeb()
  const ours = firstLoad().total / 1000
  report({
    name: 'JavaScript of the first load, gzipped',
    ours,
    peer: BAR_KB,
    unit: 'kB',
    ratio: BAR_KB / ours,
    bar: '>= 1',
  })
}
