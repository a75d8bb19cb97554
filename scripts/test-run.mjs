// One run of the tests: a folder for all that it writes, and what killed runs have left is removed.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'kettle-run-'
const OWNER = 'owner'
/** Results of so many failed runs are kept. */
const KEPT_RESULTS = 5

/**
 * Makes the folder of this run below the system's temporary folder, after removing the folders and processes of runs whose own
 * process is gone. `env` makes all that is started write there, and marks it as this run's.
 * @returns {{ env: Record<string, string>, report: (name: string) => string, results: string, end: () => void }}
 */
export function beginTestRun(root) {
  const parent = tmpdir()
  sweepDeadRuns(parent)
  const folder = mkdtempSync(join(parent, PREFIX))
  writeFileSync(join(folder, OWNER), `${process.pid} ${bornAt(process.pid)}`)
  const results = join(
    root,
    'test-results',
    `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}-${process.pid}`,
  )
  dropOldResults(join(root, 'test-results'))
  mkdirSync(results, { recursive: true })
  return {
    env: { TMPDIR: folder, KETTLE_TEST_RUN: folder, KETTLE_TEST_RESULTS: results },
    report: (name) => join(folder, `${name}.json`),
    results,
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Ends the processes of runs that are over and removes their folders; runs of others, and running ones, stay. */
export function sweepDeadRuns(parent) {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(parent, name)
    if (!isOurs(folder) || isAlive(folder)) continue
    for (const pid of processesOf(folder)) tryTo(() => process.kill(pid, 'SIGKILL'))
    tryTo(() => rmSync(folder, { recursive: true, force: true }))
  }
}

function isOurs(folder) {
  try {
    return process.getuid === undefined || statSync(folder).uid === process.getuid()
  } catch {
    return false
  }
}

/** A run that has only just made its folder has not written its owner yet, and counts as alive for a minute. */
function isAlive(folder) {
  try {
    const [pid, born] = readFileSync(join(folder, OWNER), 'utf8').split(' ')
    return bornAt(Number(pid)) === born && born !== ''
  } catch {
    return Date.now() - statSync(folder).mtimeMs < 60_000
  }
}

/** Processes that carry the mark of the run in their environment. Only Linux tells; elsewhere none are found. */
function processesOf(folder) {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => {
      if (!/^\d+$/.test(name) || Number(name) === process.pid) return false
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(`KETTLE_TEST_RUN=${folder}`)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** When a process was born, since its id may be given to another; 'there' where the system does not say, and empty for none. */
function bornAt(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return ''
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // proc(5): the state, and 19 fields further on the start in ticks since boot. A zombie is gone.
    return fields[0] === 'Z' ? '' : fields[19]
  } catch {
    return existsSync('/proc/self/stat') ? '' : 'there'
  }
}

function dropOldResults(folder) {
  if (!existsSync(folder)) return
  const names = readdirSync(folder).sort()
  for (const name of names.slice(0, Math.max(0, names.length - KEPT_RESULTS + 1)))
    tryTo(() => rmSync(join(folder, name), { recursive: true, force: true }))
}

/** What can't be removed now is left to the next run. */
function tryTo(work) {
  try {
    work()
  } catch {}
}
