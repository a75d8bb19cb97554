// The server of `npm run dev`: started anew by dev.ts after each change, with the services that dev.ts keeps running.
import { once } from 'node:events'
import { migrate } from '@kettle/db'
import { type PrivateServices, readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { stopOnSignal } from '../signals.ts'
import { startServer } from '../start-server.ts'
import { seedOnce, sentence } from './private-store.ts'

/** Told by dev.ts, since passwords belong in no command line. */
export interface DevServerStart {
  services: PrivateServices
  devOrigins: string[]
}

/** Told to dev.ts once requests are answered. */
export interface DevServerReady {
  sftpPort: number | null
}

const stops: (() => Promise<void>)[] = []
let isStopping = false
stopOnSignal(async () => {
  isStopping = true
  for (const stop of stops) await stop()
})

try {
  const [{ services, devOrigins }] = (await once(process, 'message')) as [DevServerStart]
  const config = readConfig(services)
  const log = createLogger(process.env.LOG_LEVEL ? config.logLevel : 'warn')
  await migrate(config.databaseUrl)
  await seedOnce(config, log)
  const server = await startServer(config, log, { devOrigins })
  stops.push(server.stop)
  process.send?.({ sftpPort: server.sftpPort } satisfies DevServerReady)
} catch (error) {
  if (!isStopping) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? sentence(error)) : String(error)}\n`)
    process.exit(1)
  }
}
