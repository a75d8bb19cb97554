import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SftpCredential, SftpGrant } from '@kettle/api'
import { MemoryCredentials } from '@kettle/api/testing'
import { diskStore, type Ingested, ingestFolder, memoryIndex } from '@kettle/depot'
import { type Tree, writeTree } from '@kettle/depot/testing'
import SftpClient from 'ssh2-sftp-client'
import { loadOrCreateHostKey, type SftpLimits, type SftpServer, startSftpServer } from '../index.ts'

/** An SFTP node on a free loopback port, with credentials in memory and a depot in a folder of its own. */
export interface TestNode extends SftpServer {
  dir: string
  credentials: MemoryCredentials
  /** What the node logged as worth a look. */
  warnings: string[]
  /** Makes a build of a tree, in the folder `name`. */
  build(name: string, tree: Tree): Promise<Ingested>
  reading(manifestSha256: string, grant?: Partial<SftpGrant & { mode: 'read' }>): Promise<SftpCredential>
  writing(uploadId: string): Promise<SftpCredential>
  /** A connected ssh2-sftp-client; ended with the node. */
  connect(credential: {
    username: string
    password: string
    ident?: string
    localAddress?: string
  }): Promise<SftpClient>
  /** Runs OpenSSH's sftp with these commands, and answers its exit code and all it said. */
  openssh(credential: SftpCredential, commands: string[], options?: string[]): Promise<{ code: number; said: string }>
  remove(): Promise<void>
}

export async function startTestNode(limits: Partial<SftpLimits> = {}): Promise<TestNode> {
  const dir = await mkdtemp(join(tmpdir(), 'kettle-sftp-'))
  const credentials = new MemoryCredentials()
  const depot = diskStore(join(dir, 'depot'))
  const index = memoryIndex()
  const warnings: string[] = []
  const hostKey = await loadOrCreateHostKey(join(dir, 'host-key'))
  const log = {
    info() {},
    warn: (fields: object, message: string) => void warnings.push(`${message} ${JSON.stringify(fields)}`),
  }
  const uploadsDir = join(dir, 'uploads')
  const node = await startSftpServer({
    port: 0,
    host: '127.0.0.1',
    hostKey,
    credentials,
    depot,
    uploadsDir,
    log,
    limits,
  })
  const clients: SftpClient[] = []
  return {
    ...node,
    ...{ dir, credentials, warnings },
    async build(name, tree) {
      await writeTree(join(dir, name), tree)
      return ingestFolder({ dir: join(dir, name), store: depot, index })
    },
    reading: (manifestSha256, grant) =>
      credentials.issue({ mode: 'read', userId: 'anna', gameId: 'game', buildId: 'build', manifestSha256, ...grant }),
    writing: (uploadId) => credentials.issue({ mode: 'write', userId: 'paul', gameId: 'game', uploadId }),
    async connect({ username, password, ...more }) {
      const client = quietClient()
      // Who is refused is hung up on at once; only a busy machine needs longer than a moment.
      const readyTimeout = 100_000
      await client.connect({ host: '127.0.0.1', port: node.port, username, password, readyTimeout, ...more })
      clients.push(client)
      return client
    },
    openssh: (credential, commands, options = []) => openssh(dir, node.port, credential, commands, options),
    async remove() {
      await node.close()
      for (const client of clients) await client.end().catch(() => {})
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** ssh2-sftp-client, without its habit of printing to the console. */
export function quietClient(): SftpClient {
  const callbacks = { error: () => {}, end: () => {}, close: () => {} }
  return new (SftpClient as unknown as new (name: string, quiet: object) => SftpClient)('test', callbacks)
}

async function openssh(
  dir: string,
  port: number,
  { username, password }: SftpCredential,
  commands: string[],
  options: string[],
): Promise<{ code: number; said: string }> {
  const askpass = join(dir, 'askpass')
  const batch = join(dir, `batch-${username}`)
  await writeFile(askpass, '#!/bin/sh\necho "$KETTLE_TEST_PASSWORD"\n')
  await chmod(askpass, 0o700)
  await writeFile(batch, `${commands.join('\n')}\n`)
  const settings = [
    'BatchMode=no',
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'NumberOfPasswordPrompts=1',
    'PubkeyAuthentication=no',
  ]
  const args = [
    ...settings.flatMap((setting) => ['-o', setting]),
    ...options,
    '-P',
    String(port),
    '-b',
    batch,
    `${username}@127.0.0.1`,
  ]
  const env = { ...process.env, SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force', KETTLE_TEST_PASSWORD: password }
  const client = spawn('sftp', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  client.stdout.on('data', (data) => (said += data))
  client.stderr.on('data', (data) => (said += data))
  const code = await new Promise<number>((resolve, reject) => {
    client.once('error', reject)
    client.once('close', (exit) => resolve(exit ?? -1))
  })
  return { code, said }
}
