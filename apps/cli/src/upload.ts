import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SftpTicket } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import type { SFTPWrapper } from 'ssh2'
import SftpClient from 'ssh2-sftp-client'
import { oneLine } from './clean-text.ts'
import { CliFailure } from './failure.ts'
import type { LocalTree } from './local-tree.ts'
import { sendFile } from './send-file.ts'
import type { UploadState } from './upload-state.ts'

// Small files are bound by round trips, so several travel at once on each line; a credential is good for 8 lines.
const LINES = 4
const FILES_PER_LINE = 4
const TRIES = 6
const FIRST_WAIT_MS = 500

export interface UploadOptions {
  /** Asks the store for a credential; again when the line was lost. */
  ticket: () => Promise<SftpTicket>
  /** How far an earlier try came; kept up to date. */
  state: UploadState
  /** Told the bytes of each piece as it is taken. */
  onBytes: (bytes: number) => void
  /** Told why it is dialling again. */
  onLost: (why: string) => void
  /** Called when the state has changed, often. */
  onState: () => void
}

/**
 * Sends a folder over SFTP: folders, then files with their modes on several lines at once, then links. What is there from
 * an earlier try is not sent again, and what the folder no longer has is taken away. A lost line is dialled again.
 * @throws CliFailure when the server isn't the one that the ticket names, or the line breaks for good.
 */
export async function uploadTree(tree: LocalTree, options: UploadOptions): Promise<void> {
  let sent = 0
  const onBytes = (bytes: number): void => {
    sent += bytes
    options.onBytes(bytes)
  }
  const counted = { ...options, onBytes }
  for (let failures = 0, before = 0; ; before = sent) {
    try {
      return await tryUpload(tree, await options.ticket(), counted)
    } catch (error) {
      // What the store or this command says is final; a line that brought something gets all its tries again.
      if (error instanceof CliFailure || (error instanceof TRPCClientError && error.data)) throw error
      failures = sent > before ? 1 : failures + 1
      const why = oneLine(error instanceof Error ? error.message : String(error))
      if (failures >= TRIES || /changed while|became shorter/.test(why))
        throw new CliFailure(
          `The upload broke off: ${why}\nWhat was sent is kept: run the same command again to go on.`,
          {
            cause: error,
          },
        )
      options.onLost(why)
      await wait(FIRST_WAIT_MS * 2 ** (failures - 1))
    }
  }
}

async function tryUpload(tree: LocalTree, ticket: SftpTicket, options: UploadOptions): Promise<void> {
  const { state } = options
  const lines: SftpClient[] = []
  try {
    const wanted = Math.min(LINES, Math.ceil(tree.files.length / FILES_PER_LINE))
    for (let i = 0; i < wanted; i++) lines.push(await connect(ticket))
    const [first] = lines
    if (!first) return
    const there = await removeOthers(first, tree)
    for (const dir of tree.dirs) if (!there.has(dir)) await first.mkdir(`/${dir}`)
    // The biggest first, so that no line is left alone with one at the end.
    const files = tree.files.toSorted((a, b) => b.size - a.size)
    for (const path of Object.keys(state.files)) if (!there.has(path)) delete state.files[path]
    const queue = files.values()
    const work = lines.flatMap((line) => Array.from({ length: FILES_PER_LINE }, () => line))
    await Promise.all(work.map((line) => sendFrom(queue, line, tree.root, options)))
    for (const { path, target } of tree.links) await link(first, `/${path}`, target)
  } finally {
    await Promise.allSettled(lines.map((line) => line.end()))
  }
}

/** Sends files until the queue, which all workers share, is empty. */
async function sendFrom(
  queue: IteratorObject<LocalTree['files'][number]>,
  line: SftpClient,
  root: string,
  { state, onBytes, onState }: UploadOptions,
): Promise<void> {
  for (const { path, mode } of queue) {
    const ask = { from: join(root, path), to: `/${path}`, mode }
    await sendFile(sessionOf(line), ask, state.files[path], (sent, bytes) => {
      state.files[path] = sent
      onState()
      if (bytes > 0) onBytes(bytes)
    })
  }
}

/** Takes away what an earlier try sent and the folder no longer has, links first of all; answers what is there. */
async function removeOthers(line: SftpClient, tree: LocalTree): Promise<Set<string>> {
  const kinds = new Map<string, 'd' | '-'>([
    ...tree.dirs.map((path) => [path, 'd'] as const),
    ...tree.files.map(({ path }) => [path, '-'] as const),
  ])
  const there = new Set<string>()
  const walk = async (below: string): Promise<void> => {
    for (const { name, type } of await line.list(`/${below}`)) {
      const path = below === '' ? name : `${below}/${name}`
      const isWanted = kinds.get(path) === type
      if (type === 'd') {
        await walk(path)
        if (!isWanted) await line.rmdir(`/${path}`)
      } else if (!isWanted) await line.delete(`/${path}`)
      if (isWanted) there.add(path)
    }
  }
  await walk('')
  return there
}

/** Opens a line to the server that a ticket names, and to no other. */
export async function connect(ticket: SftpTicket): Promise<SftpClient> {
  // Its default listeners print to the console.
  const quiet = { error: () => {}, end: () => {}, close: () => {} }
  const line = new (SftpClient as unknown as new (name: string, callbacks: typeof quiet) => SftpClient)('kettle', quiet)
  let stranger = false
  try {
    await line.connect({
      host: ticket.host,
      port: ticket.port,
      username: ticket.username,
      password: ticket.password,
      // ssh2 and OpenSSH order the paths of a link differently, and servers go by this name.
      ident: 'OpenSSH_kettle',
      hostHash: 'sha256',
      hostVerifier: (sha256: string) => {
        stranger = sha256 !== ticket.hostKeySha256
        return !stranger
      },
      readyTimeout: 20_000,
      keepaliveInterval: 15_000,
    })
    return line
  } catch (cause) {
    await line.end().catch(() => {})
    const where = oneLine(`${ticket.host}:${ticket.port}`)
    if (stranger)
      throw new CliFailure(
        `The server at ${where} shows another host key than the store announced. Nothing was sent.`,
        { cause },
      )
    throw new Error(`No SFTP connection to ${where}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** The ssh2 session below ssh2-sftp-client, which has no calls for links and for writing from the middle on. */
function sessionOf(line: SftpClient): SFTPWrapper {
  return (line as unknown as { sftp: SFTPWrapper }).sftp
}

function link(line: SftpClient, path: string, target: string): Promise<void> {
  return new Promise((resolve, reject) =>
    sessionOf(line).symlink(target, path, (error) => (error ? reject(error) : resolve())),
  )
}
