import { diskStore } from '@kettle/depot'
import { loadOrCreateHostKey, startSftpServer } from '../../../apps/server/src/sftp/index.ts'

/**
 * An SFTP node in a process of its own, as in production, that lets anyone with the password have one build:
 * `node node.ts DEPOT MANIFEST_SHA256 HOST_KEY_FILE [PATCHES_JSON]`. Tells its parent port and key, and when asked the bytes
 * that sockets have taken so far.
 */
const [depot = '', manifestSha256 = '', hostKeyFile = '', patches = '[]'] = process.argv.slice(2)
const grant = {
  mode: 'read' as const,
  userId: 'user',
  gameId: 'game',
  buildId: 'build',
  manifestSha256,
  patches: JSON.parse(patches),
}
const server = await startSftpServer({
  port: 0,
  host: '127.0.0.1',
  hostKey: await loadOrCreateHostKey(hostKeyFile),
  depot: diskStore(depot),
  uploadsDir: '',
  log: { info() {}, warn: console.error },
  credentials: {
    issue: () => Promise.reject(new Error('the bench issues nothing')),
    redeem: async (_username, password) => (password === 'bench' ? grant : null),
    revoke: async () => {},
    isRevoked: async () => false,
    onRevoked: () => () => {},
  },
})
process.send?.({ port: server.port, hostKeySha256: server.hostKeySha256 })
process.on('message', () => process.send?.({ sentBytes: server.sentBytes() }))
process.once('disconnect', () => process.exit(0))
