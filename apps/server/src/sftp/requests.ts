import type { Attributes, SFTPWrapper } from 'ssh2'
import type { RequestQueue } from './request-queue.ts'

/** Numbers of draft-ietf-secsh-filexfer-02, section 7. */
const STATUS = { EOF: 1, NO_SUCH_FILE: 2, PERMISSION_DENIED: 3, FAILURE: 4, BAD_MESSAGE: 5, OP_UNSUPPORTED: 8 } as const

/** A refusal that the client is told, with a sentence. */
export class SftpFailure extends Error {
  readonly status: keyof typeof STATUS

  constructor(status: keyof typeof STATUS, message: string) {
    super(message)
    this.status = status
  }
}

type Answer<Args extends unknown[]> = (id: number, ...args: Args) => Promise<void>

/** What a session answers to each kind of request. What it doesn't name is refused as unsupported. */
export interface RequestHandlers {
  OPEN?: Answer<[path: string, flags: number, attributes: Attributes]>
  READ?: Answer<[handle: Buffer, offset: number, length: number]>
  WRITE?: Answer<[handle: Buffer, offset: number, data: Buffer]>
  CLOSE?: Answer<[handle: Buffer]>
  STAT?: Answer<[path: string]>
  LSTAT?: Answer<[path: string]>
  FSTAT?: Answer<[handle: Buffer]>
  SETSTAT?: Answer<[path: string, attributes: Attributes]>
  FSETSTAT?: Answer<[handle: Buffer, attributes: Attributes]>
  OPENDIR?: Answer<[path: string]>
  READDIR?: Answer<[handle: Buffer]>
  REALPATH?: Answer<[path: string]>
  READLINK?: Answer<[path: string]>
  MKDIR?: Answer<[path: string, attributes: Attributes]>
  REMOVE?: Answer<[path: string]>
  RMDIR?: Answer<[path: string]>
  RENAME?: Answer<[from: string, to: string]>
  SYMLINK?: Answer<[path: string, target: string]>
}

/** How many things each kind of request names at least: ssh2 passes on packets that end before they do. */
const NAMED: [least: number, kinds: string[]][] = [
  [0, ['EXTENDED']],
  [1, ['CLOSE', 'STAT', 'LSTAT', 'FSTAT', 'OPENDIR', 'READDIR', 'REALPATH', 'READLINK', 'MKDIR', 'REMOVE', 'RMDIR']],
  [2, ['OPEN', 'SETSTAT', 'FSETSTAT', 'RENAME', 'SYMLINK']],
  [3, ['READ', 'WRITE']],
]

/**
 * Sends every request of a session through the queue to its handler. Whatever a handler throws becomes an answer:
 * a failure of ours is told to `onError` and the client only learns that there was one.
 */
export function answerRequests({
  sftp,
  handlers,
  queue,
  onError,
  onAnswered,
  refusal,
}: {
  sftp: SFTPWrapper
  handlers: () => RequestHandlers
  queue: RequestQueue
  onError: (error: unknown, kind: string) => void
  onAnswered: () => void
  refusal: SftpFailure
}): void {
  for (const [kind, named] of NAMED.flatMap(([least, kinds]) => kinds.map((kind) => [kind, least] as const))) {
    sftp.on(kind, (id: number, ...args: unknown[]) => {
      queue.push(
        async () => {
          try {
            const handler = (handlers() as Record<string, Answer<unknown[]> | undefined>)[kind]
            if (!handler) throw kind === 'EXTENDED' ? new SftpFailure('OP_UNSUPPORTED', 'Not supported') : refusal
            if (args.slice(0, named).includes(undefined)) throw new SftpFailure('BAD_MESSAGE', 'The request is cut off')
            await handler(id, ...args)
          } catch (error) {
            const known = error instanceof SftpFailure
            if (!known) onError(error, kind)
            tryStatus(
              sftp,
              id,
              known ? STATUS[error.status] : STATUS.FAILURE,
              known ? error.message : 'Something went wrong on the server',
            )
          }
          onAnswered()
        },
        kind === 'WRITE' ? (args[2] as Buffer).length : 0,
      )
    })
  }
}

function tryStatus(sftp: SFTPWrapper, id: number, status: number, message: string): void {
  try {
    sftp.status(id, status, message)
  } catch {
    // The connection is gone; nobody is left to tell.
  }
}
