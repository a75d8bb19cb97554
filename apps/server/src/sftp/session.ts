import type { Socket } from 'node:net'
import type { CredentialStore, SftpGrant } from '@kettle/api'
import type { Connection, SFTPWrapper } from 'ssh2'
import type { SftpLimits } from './limits.ts'
import type { Content } from './read-content.ts'
import { readSession } from './read-session.ts'
import { requestQueue } from './request-queue.ts'
import { answerRequests, type RequestHandlers, SftpFailure } from './requests.ts'
import type { UploadFolders } from './upload-folder.ts'
import { writeSession } from './write-session.ts'

/** What the SFTP node logs to; pino's logger is one. */
export interface SftpLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface SessionDeps {
  credentials: Pick<CredentialStore, 'redeem'>
  content: Content
  uploads: UploadFolders
  limits: SftpLimits
  log: SftpLog
  /** Called right after a log-in, for a revocation that came while it was checked. */
  onLogIn(session: Session): void
}

/** One connection, from log-in to its end. */
export interface Session {
  /** Null until logged in. */
  grant: SftpGrant | null
  /** When it began to log in: what was revoked later ends it. */
  since: Date
  /** Ends it: politely at once, by force a moment later. Twice is as once. */
  end(reason: string): void
}

const FORCE_AFTER_MS = 250

/** Leads one SSH connection: password, one SFTP channel, nothing else. */
export function openSession(connection: Connection, socket: Socket, deps: SessionDeps): Session {
  const { limits, log } = deps
  const address = socket.remoteAddress
  let ended = false
  const session: Session = {
    grant: null,
    since: new Date(),
    end(reason) {
      if (ended) return
      ended = true
      log.info({ address, reason, ...describe(session.grant) }, 'sftp session ended by us')
      connection.end()
      setTimeout(() => socket.destroy(), FORCE_AFTER_MS).unref()
    },
  }
  const idle = setTimeout(() => session.end('idle'), limits.idleMs)
  socket.once('close', () => clearTimeout(idle))
  connection.on('error', (error) => log.info({ address, error: error.message }, 'sftp connection failed'))
  logIn(connection, session, deps)
  let served = false
  connection.on('session', (accept, reject) => {
    if (session.grant === null || served) return reject()
    served = true
    // Shell, exec, pty and forwarding have no listener, and what nobody listens to ssh2 refuses.
    accept().on('sftp', (acceptSftp) => {
      serve(acceptSftp(), socket, session, deps, () => idle.refresh()).catch((error: unknown) => {
        log.warn({ error: String(error), ...describe(session.grant) }, 'sftp session could not start')
        session.end('failed to start')
      })
    })
  })
  return session
}

function logIn(connection: Connection, session: Session, { credentials, limits, log, onLogIn }: SessionDeps): void {
  let wrong = 0
  connection.on('authentication', (context) => {
    if (context.method !== 'password') return context.reject(['password'])
    session.since = new Date()
    credentials.redeem(context.username, context.password).then(
      (grant) => {
        if (grant) {
          session.grant = grant
          log.info({ ...describe(grant) }, 'sftp log-in')
          context.accept()
          return onLogIn(session)
        }
        context.reject(['password'])
        if (++wrong >= limits.loginTries) session.end('too many wrong passwords')
      },
      (error: unknown) => {
        // Nobody gets in on a guess while the credentials can't be asked.
        log.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'sftp credentials could not be checked',
        )
        context.reject(['password'])
        session.end('credentials unavailable')
      },
    )
  })
}

async function serve(
  sftp: SFTPWrapper,
  socket: Socket,
  session: Session,
  { content, uploads, limits, log }: SessionDeps,
  onAnswered: () => void,
): Promise<void> {
  const { grant } = session
  if (!grant) return
  const writing = grant.mode === 'write'
  let opened: { handlers: RequestHandlers; close: () => Promise<void> } | null = null
  // ssh2 keeps what the client's window doesn't take in a list without bounds, so nothing is answered while it is shut.
  const { outgoing } = sftp as unknown as { outgoing: { window: number } }
  const queue = requestQueue({
    // Writes keep their order: one after the other.
    atOnce: writing ? 1 : limits.readsAtOnce,
    mostWaiting: limits.requestsWaiting,
    mostBytes: limits.writesWaitingBytes,
    isClear: () => opened !== null && outgoing.window > 0 && socket.writableLength < limits.socketBytes,
    onFlood: () => session.end('asks without reading'),
    // A disk slower than the line: let TCP hold the rest back, but never while we wait for the client's window.
    onBytes: (bytes) =>
      bytes > limits.writesWaitingBytes / 4 && outgoing.window > 0 ? socket.pause() : socket.resume(),
  })
  // Both a request and a window that opens arrive as data; ssh2's own listener has run before this one.
  socket.on('data', queue.pump)
  socket.on('drain', queue.pump)
  socket.once('close', () => {
    queue.close()
    opened?.close().catch(() => {})
  })
  sftp.on('error', (error: Error) => log.info({ error: error.message, ...describe(grant) }, 'sftp protocol error'))
  // The draft and OpenSSH order the two paths of SYMLINK differently. Clients go by the name of the server, which is
  // OpenSSH; ssh2 would go by that of the client.
  ;(sftp as unknown as { _isOpenSSH: boolean })._isOpenSSH = true
  // OpenSSH's client waits for this when it leaves.
  sftp.on('end', () => sftp.end())
  answerRequests({
    sftp,
    handlers: () => opened?.handlers ?? {},
    queue,
    onAnswered,
    onError: (error, kind) =>
      log.warn(
        { error: error instanceof Error ? error.message : String(error), kind, ...describe(grant) },
        'sftp request failed',
      ),
    refusal: writing
      ? new SftpFailure('OP_UNSUPPORTED', 'Not supported')
      : new SftpFailure('PERMISSION_DENIED', 'A build can only be read'),
  })
  opened =
    grant.mode === 'write'
      ? writeSession({ sftp, folder: await uploads.enter(grant.uploadId, grant), handles: limits.handles })
      : readSession({
          sftp,
          socket,
          content,
          manifestSha256: grant.manifestSha256,
          patches: grant.patches,
          handles: limits.handles,
        })
  if (socket.destroyed) await opened.close()
  else queue.pump()
}

function describe(grant: SftpGrant | null): object {
  if (!grant) return {}
  const { userId, gameId, mode } = grant
  return {
    userId,
    gameId,
    mode,
    ...(grant.mode === 'read' ? { buildId: grant.buildId } : { uploadId: grant.uploadId }),
  }
}
