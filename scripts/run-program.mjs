// `node scripts/run-program.mjs [--isolated] FILE ...`: runs a program of the workspace under our Node, with the settings
// of `.env`; isolated, as tests and benchmarks are, with none of them but the paths of programs.
import { join } from 'node:path'
import { enterTestEnvironment } from './env.mjs'
import { chromium, environment, install, nodeBinary, root } from './install.mjs'
import { loadEnv } from './load-env.mjs'
import { runInFront } from './run.mjs'
import { giveUp } from './say.mjs'

const isIsolated = process.argv[2] === '--isolated'
const [program, ...args] = process.argv.slice(isIsolated ? 3 : 2)
if (!program) giveUp('Name the program to run.')

if (isIsolated) {
  try {
    enterTestEnvironment()
  } catch (error) {
    giveUp(error.message)
  }
} else loadEnv()
await install({ services: isIsolated })

// The server's own programs warn of unknown settings by themselves, wherever they are started.
const needsWarning = !isIsolated && /^apps\/(?!server\/)/u.test(program)
const before = needsWarning ? [join(root, 'scripts/with-known-settings.ts')] : []
process.exitCode = await runInFront(nodeBinary(), [...before, join(root, program), ...args], {
  cwd: root,
  env: { ...environment(), ...(isIsolated && chromium() ? { KETTLE_CHROMIUM: chromium() } : {}) },
})
