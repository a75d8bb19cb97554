// `npm start`: brings what is missing, then hands over to the server under our Node.
import { join } from 'node:path'
import { environment, install, nodeBinary, root } from './install.mjs'
import { loadEnv } from './load-env.mjs'
import { runInFront } from './run.mjs'

loadEnv()
await install()
const program = join(root, 'apps/server/src/dev/start.ts')
process.exitCode = await runInFront(nodeBinary(), [program, ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  kept: true,
})
