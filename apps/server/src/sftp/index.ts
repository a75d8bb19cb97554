export { hostKeySha256, loadOrCreateHostKey } from './host-key.ts'
export type { SftpLimits } from './limits.ts'
export { type SftpServer, startSftpServer } from './server.ts'
