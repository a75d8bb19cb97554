import { join } from 'node:path'
import type { SftpTicket } from '@kettle/api/client'
import SftpClient from 'ssh2-sftp-client'
import { CliFailure } from './failure.ts'
import type { LocalTree } from './local-tree.ts'

// Small files are bound by round trips, so several travel at once on each line; a credential is good for 8 lines.
const LINES = 4
const FILES_PER_LINE = 4

/**
 * Sends a folder over SFTP: folders, then files with their modes on several lines at once, then links.
 * `onBytes` is told the bytes of each piece as it is taken.
 * @throws CliFailure when the server isn't the one that the ticket names, or the line breaks.
 */
export async function uploadTree(tree: LocalTree, ticket: SftpTicket, onBytes: (bytes: number) => void): Promise<void> {
  const lines: SftpClient[] = []
  try {
    const wanted = Math.min(LINES, Math.ceil(tree.files.length / FILES_PER_LINE))
    for (let i = 0; i < wanted; i++) lines.push(await connect(ticket))
    const [first] = lines
    if (!first) return
    for (const dir of tree.dirs) await first.mkdir(`/${dir}`)
    // The biggest first, so that no line is left alone with one at the end.
    const files = tree.files.toSorted((a, b) => b.size - a.size)
    const queue = files.values()
    const work = lines.flatMap((line) => Array.from({ length: FILES_PER_LINE }, () => line))
    await Promise.all(work.map((line) => sendFrom(queue, line, tree.root, onBytes)))
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
  onBytes: (bytes: number) => void,
): Promise<void> {
  for (const { path, mode } of queue) {
    let sent = 0
    await line.fastPut(join(root, path), `/${path}`, {
      mode,
      concurrency: 16,
      step: (total) => {
        onBytes(total - sent)
        sent = total
      },
    })
  }
}

async function connect(ticket: SftpTicket): Promise<SftpClient> {
  const line = new SftpClient('kettle')
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
    const where = `${ticket.host}:${ticket.port}`
    throw new CliFailure(
      stranger
        ? `The server at ${where} shows another host key than the store announced. Nothing was sent.`
        : `No SFTP connection to ${where}: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
}

/** ssh2-sftp-client has no call for links; the ssh2 session below it has. */
function link(line: SftpClient, path: string, target: string): Promise<void> {
  const { sftp } = line as unknown as {
    sftp: { symlink: (target: string, path: string, done: (error?: Error | null) => void) => void }
  }
  return new Promise((resolve, reject) => sftp.symlink(target, path, (error) => (error ? reject(error) : resolve())))
}
