import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface HostOptions {
  /** 0: any free port. */
  port: number
  /** The store's address that the log-in screen starts with. */
  server: string
  data: string
  /** Shows the sources of the screens with hot reload, instead of what was built. */
  dev: boolean
}

/** From the command line, else the environment, else what most people want. @throws Error with a sentence */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): HostOptions {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { port: text, server: text, data: text, dev: { type: 'boolean' } } })
  const port = Number(values.port ?? env.KETTLE_LAUNCHER_PORT ?? 3210)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`)
  const server = values.server ?? env.KETTLE_LAUNCHER_SERVER ?? env.KETTLE_SERVER ?? 'http://localhost:3000'
  const url = URL.parse(server)
  if (!url?.protocol.startsWith('http')) throw new Error(`--server ${server} is not the address of a store`)
  const home = join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'kettle-launcher')
  return {
    port,
    server: url.origin,
    data: resolve(values.data ?? env.KETTLE_LAUNCHER_DATA ?? home),
    dev: values.dev ?? false,
  }
}
