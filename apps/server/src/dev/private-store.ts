// What `npm start` and `npm run dev` both need for a store of this folder's own.
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, ConfigError } from '../config.ts'
import { namePort, StartError } from '../start-error.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { writeWhole } from './files.ts'
import { lockFolder } from './lock.ts'

/** Prints one line. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Prints what is being done now. */
export const step = (text: string): void => say(`• ${text} …`)

/**
 * Makes the data folder where it is missing and keeps other starts off it.
 * @returns the way to let go
 * @throws StartError when it can't be written, ConfigError when another start has it
 */
export function takeFolder(dataDir: string): () => void {
  mustBeWritable(dataDir)
  const lock = lockFolder(dataDir)
  if ('heldBy' in lock)
    throw new ConfigError(
      `it runs already (process ${lock.heldBy}) on ${dataDir}. End that one, or set KETTLE_DATA_DIR.`,
    )
  return lock.release
}

/** The key of this store: made once, readable by its owner only. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('base64url'))
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new ConfigError(
      `${file} is damaged: it should hold at least 32 characters. Bring it back, or delete it for a new one (mailed codes and open payments become void).`,
    )
  return secret
}

function mustBeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(
      String(code),
      `the folder ${dataDir} can't be written (${code}). Set KETTLE_DATA_DIR to one that can.`,
    )
  }
}

/** Says so before anything is started for nothing. */
export async function mustBeFree(setting: string, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  }).catch(namePort(setting, port))
}

/** What the system says of full disks and the like is short; a failure within is told with its cause. */
export function sentence(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message || (error as NodeJS.ErrnoException).code}${cause}`
}

/** Fills the store with the demo, unless that was done before. */
export async function seedOnce(config: Config, log: Logger): Promise<void> {
  const mark = join(config.dataDir, 'seeded')
  if (existsSync(mark)) return
  step('Filling the demo store')
  const [{ compose, foldersOf }, { seed }] = await Promise.all([import('../compose.ts'), import('./seed.ts')])
  const composed = await compose(config, log, { httpPort: 0, sftpPort: 0 })
  try {
    const { pictures } = foldersOf(config)
    await seed(composed.deps, { pictures, depot: composed.depot }, (done, total) => {
      if (process.stdout.isTTY) process.stdout.write(`\r  ${done} of ${total} games${done === total ? '\n' : ''}`)
    })
    writeWhole(mark, new Date().toISOString())
  } finally {
    await composed.close()
  }
}

/** Who can log in to the demo store, one line each. */
export function demoLines(): string[] {
  return [
    `Demo player     ${demoPeople.player.email}`,
    `Demo publisher  ${demoPeople.publisher.email}`,
    `Demo moderator  ${demoPeople.moderator.email}`,
    `Password        ${demoPassword}`,
  ]
}

/** Draws a frame around lines of text. */
export function box(lines: string[]): string {
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 2)
  return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n')
}
