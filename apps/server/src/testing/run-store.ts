import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cheapPasswords } from '@kettle/api/testing'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import type { Logger } from 'pino'
import { inject } from 'vitest'
import type { Config } from '../config.ts'
import { freePort } from '../dev/processes.ts'
import { createLogger } from '../logger.ts'
import { StartError } from '../start-error.ts'
import { type RunningServer, startServer } from '../start-server.ts'

export interface RunningStore {
  url: string
  config: Config
  server: RunningServer
  database: TestDatabase
  /** The newest mail to an address, as the outbox shows it. */
  codeFor(email: string): Promise<string>
  close(): Promise<void>
}

/** A store on free ports with a database of its own: HTTP and jobs, and SFTP in its process where `roles` name it. */
export async function runStore(
  changes: Partial<Config> = {},
  makeLog: (level: string) => Logger = createLogger,
  passwords = cheapPasswords(),
): Promise<RunningStore> {
  const database = await createTestDatabase(inject('postgresUrl'))
  const dataDir = await mkdtemp(join(tmpdir(), 'kettle-store-'))
  const configAt = (port: number): Config => ({
    production: false,
    roles: ['http', 'jobs'],
    http: { host: '127.0.0.1', port, publicUrl: `http://127.0.0.1:${port}`, trustProxy: ['loopback'] },
    sftp: { bind: '127.0.0.1', port: 0, publicHost: '127.0.0.1', hostKeyFile: join(dataDir, 'sftp-host-key') },
    dataDir,
    depot: { kind: 'disk', dir: join(dataDir, 'depot') },
    secret: 'a secret for tests, 32 characters',
    currency: 'USD',
    databaseUrl: database.url,
    redisUrl: inject('redisUrl'),
    mail: { kind: 'outbox' },
    payments: { kind: 'sandbox' },
    refund: { days: 14, playSeconds: 7200 },
    securityContact: undefined,
    sessionMaxDays: 180,
    secondFactorRoles: [],
    limitFactor: 100,
    logLevel: 'silent',
    metricsToken: undefined,
    ...changes,
  })
  const start = async (): Promise<[string, Config, RunningServer]> => {
    const port = await freePort()
    const config = configAt(port)
    try {
      return [
        `http://127.0.0.1:${config.http.port}`,
        config,
        await startServer(config, makeLog(config.logLevel), { passwords }),
      ]
    } catch (error) {
      // Somebody was quicker at this port; another is as good.
      const isTaken = error instanceof StartError && error.code === 'EADDRINUSE' && error.message.includes(`${port}`)
      if (isTaken) return start()
      throw error
    }
  }
  const [url, config, server] = await start()
  return {
    url,
    config,
    server,
    database,
    codeFor: async (email) => {
      const response = await fetch(`${url}/dev/outbox.json?to=${encodeURIComponent(email)}`)
      const [mail] = (await response.json()) as { text: string }[]
      return mail?.text.match(/\b\d{8}\b/u)?.[0] ?? ''
    },
    close: async () => {
      await server.stop()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the answer as it came over the line.
  body: any
}

/** One call over HTTP, as curl would make it. */
export async function call(
  url: string,
  path: string,
  input?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input ?? {}),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The same for a query. */
export async function ask(
  url: string,
  path: string,
  input?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const response = await fetch(`${url}/trpc/${path}${query}`, { headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
