import { once } from 'node:events'
import type { Socket } from 'node:net'
import { type CredentialStore, revokes } from '@kettle/api'
import { type DepotStore, easeBufferCollection } from '@kettle/depot'
import ssh2 from 'ssh2'
import { type Entry, gate } from './gate.ts'
import { hostKeySha256 } from './host-key.ts'
import { SFTP_LIMITS, type SftpLimits } from './limits.ts'
import { depotContent } from './read-content.ts'
import { openSession, type Session, type SftpLog } from './session.ts'
import { uploadFolders } from './upload-folder.ts'

export interface SftpServerOptions {
  /** 0 picks a free one. */
  port: number
  host: string
  /** Private ed25519 key in OpenSSH's or PEM form. */
  hostKey: string
  credentials: CredentialStore
  depot: DepotStore
  /** Each upload becomes a folder in here, named by its id. */
  uploadsDir: string
  log: SftpLog
  limits?: Partial<SftpLimits>
}

export interface SftpServer {
  port: number
  /** Lower-case hex; what clients pin. */
  hostKeySha256: string
  /** How many connections there are, logged in or not. */
  connections(): number
  /** Bytes that the network has taken from us since the start. */
  sentBytes(): number
  /** Lets nobody in any more, tells those inside, and resolves when all are gone. */
  close(): Promise<void>
}

// ssh2's client reads 254 KiB at once only from a server that calls itself OpenSSH, else 31 KiB: half the speed.
const IDENT = 'OpenSSH_Kettle'
const RECHECK_MS = 250

// Only what is sound and quick; ssh2 adds strict key exchange by itself. No chacha20-poly1305: the native binding of ssh2
// 1.17 fails on it with the OpenSSL 3.5 of Node 24 ("digital envelope routines::invalid operation"), and OpenSSH's client
// would prefer it. AES-CTR with an encrypt-then-MAC is there for clients without AES-GCM.
const ALGORITHMS = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256'],
  serverHostKey: ['ssh-ed25519'],
  cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com'],
  compress: ['none'],
} satisfies ssh2.Algorithms

/**
 * An SFTP node: hands out builds and takes uploads, by short-lived credentials. It keeps no state of its own, so any
 * number of them can run. Resolves when it listens. @throws when the port is taken or the key can't be read.
 */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const { port, host, hostKey, credentials, depot, uploadsDir, log } = options
  const limits = { ...SFTP_LIMITS, ...options.limits }
  easeBufferCollection()
  const sessions = new Map<Socket, Session>()
  const entries = new Map<string, { socket: Socket; entry: Entry }>()
  let sentBefore = 0
  const content = depotContent(depot)
  const uploads = uploadFolders(uploadsDir, limits)

  /** Asks whether a session was revoked, until there is an answer. */
  const recheck = (socket: Socket, session: Session): void => {
    if (!session.grant || socket.destroyed) return
    credentials.isRevoked(session.grant, session.since).then(
      (revoked) => revoked && session.end('revoked'),
      () => setTimeout(() => recheck(socket, session), RECHECK_MS).unref(),
    )
  }
  const ssh = new ssh2.Server(
    { hostKeys: [hostKey], algorithms: ALGORITHMS, ident: IDENT },
    (connection, { ip, port: from }) => {
      const inside = entries.get(`${ip} ${from}`)
      if (!inside) return void connection.end()
      const { socket, entry } = inside
      const onLogIn = (session: Session): void => {
        entry.loggedIn()
        recheck(socket, session)
      }
      sessions.set(socket, openSession(connection, socket, { credentials, content, uploads, limits, log, onLogIn }))
      socket.once('close', () => sessions.delete(socket))
    },
  )
  ssh.on('error', (error: Error) => log.warn({ error: error.message }, 'sftp server error'))
  const { server, sockets } = gate(limits, (socket, entry) => {
    const key = `${socket.remoteAddress} ${socket.remotePort}`
    entries.set(key, { socket, entry })
    socket.once('close', () => {
      entries.delete(key)
      sentBefore += socket.bytesWritten - socket.writableLength
    })
    ssh.injectSocket(socket)
  })
  const stopListening = credentials.onRevoked((revocation) => {
    for (const [socket, session] of sessions) {
      if (revocation === null) recheck(socket, session)
      else if (session.grant && revokes(revocation, session.grant)) session.end('revoked')
    }
  })

  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    hostKeySha256: hostKeySha256(hostKey),
    connections: () => sockets.size,
    sentBytes: () =>
      [...sockets].reduce((sum, socket) => sum + socket.bytesWritten - socket.writableLength, sentBefore),
    async close() {
      stopListening()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) {
        const session = sessions.get(socket)
        if (session) session.end('the server stops')
        else socket.destroy()
      }
      await closed
    },
  }
}
