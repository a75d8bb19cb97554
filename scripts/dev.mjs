// `npm run dev`: brings what is missing, then runs the store with hot reload under our Node.
import { join } from 'node:path'
import { environment, install, nodeBinary, root } from './install.mjs'
import { loadEnv } from './load-env.mjs'
import { runInFront } from './run.mjs'

loadEnv()
await install()
process.exitCode = await runInFront(nodeBinary(), [join(root, 'apps/server/src/dev/dev.ts')], {
  cwd: root,
  env: environment(),
  kept: true,
})
