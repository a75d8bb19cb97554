export { hostKeySha256, loadOrCreateHostKey } from './host-key.ts'
export type { SftpLimits } from './limits.ts'
export { type SftpServer, type SftpServerOptions, startSftpServer } from './server.ts'
export type { SftpLog } from './session.ts'
