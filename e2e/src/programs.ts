import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '../../apps/server/src/dev/processes.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Program {
  url: string
  /** All it has printed so far. */
  output(): string
  /** Asks it to end and waits; gives its exit code. */
  stop(): Promise<number | null>
}

/** Starts a program of the workspace and waits until it prints an address that `pattern` finds. */
async function start(
  file: string,
  args: string[],
  env: Record<string, string>,
  pattern: RegExp,
  logFile?: string,
): Promise<Program> {
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // The channel closes when this process is killed, which ends the program too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  if (logFile) {
    const log = createWriteStream(logFile)
    for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false })
    child.once('close', () => log.end())
  }
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const found = pattern.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    // A program that is started by another tells that one its address.
    child.on('message', (told) => resolve((told as { url: string }).url))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${output}`)))
  })
  return { url, output: () => output, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  return child.exitCode
}

export interface Store extends Omit<Program, 'stop'> {
  /** Ends it in order; its data folder goes too unless it is to be kept. */
  stop(options?: { keep: boolean }): Promise<number | null>
}

/** The program of `npm start` on free ports with this data folder; what it prints goes to `logFile` too. */
export async function startStore(dataDir: string, logFile: string): Promise<Store> {
  const [http, sftp] = await freePorts(2)
  const env = {
    KETTLE_DATA_DIR: dataDir,
    KETTLE_HTTP_PORT: String(http),
    KETTLE_SFTP_PORT: String(sftp),
    LOG_LEVEL: 'info',
  }
  const program = await start('apps/server/src/dev/start.ts', [], env, /Kettle is on: (\S+)/u, logFile)
  return {
    ...program,
    stop: async ({ keep } = { keep: false }) => {
      const code = await program.stop()
      if (!keep) await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

export interface Launcher extends Program {
  dataDir: string
}

/** The launcher's real core and screen, in a browser; with `kept`, on the data of an earlier one. */
export async function startLauncher(store: string, kept?: string): Promise<Launcher> {
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'kettle-e2e-launcher-')))
  // Settings from before there were first words: flows begin at the log-in.
  if (!kept) await writeFile(join(data, 'settings.json'), '{}')
  // A game that is a program must not open a window on the machine of who tests.
  const noScreen = { DISPLAY: '', WAYLAND_DISPLAY: '' }
  const args = ['--port', '0', '--server', store, '--data', data]
  const program = await start('apps/desktop/src/host/main.ts', args, noScreen, /Launcher: (\S+)/u)
  return { ...program, dataDir: data }
}

/** Asks the store without any screen. @throws Error with its answer when it refuses */
export async function askStore<Answer>(
  store: string,
  name: string,
  { input, token, query = false }: { input: unknown; token?: string; query?: boolean },
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const path = `${store}/trpc/${name}`
  const response = query
    ? await fetch(`${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
    : await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${name}: ${text}`)
  return (JSON.parse(text) as { result: { data: Answer } }).result.data
}

/** A game of the demo store. */
export function gameAt(store: string, slug: string): Promise<{ id: string; title: string }> {
  return askStore(store, 'search.game', { input: { slug }, query: true })
}
