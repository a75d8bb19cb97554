/** What one client, one address or one upload may use. Times are in milliseconds, sizes in bytes. */
export interface SftpLimits {
  /** From connecting to being logged in. */
  loginMs: number
  /** Wrong passwords before the connection ends. */
  loginTries: number
  /** Without a request answered, once logged in. */
  idleMs: number
  connections: number
  connectionsPerAddress: number
  /** Of those, how many may still be logging in. */
  loginsPerAddress: number
  handles: number
  /** READs worked on at once, and their answers in memory. */
  readsAtOnce: number
  /** Requests that may wait. A client that asks for more without taking answers is cut off. */
  requestsWaiting: number
  /** Bytes of WRITEs that wait for the disk. At a quarter of it the client is slowed down, above it cut off. */
  writesWaitingBytes: number
  /** Written to the socket but not taken by the network. Above it nothing more is answered. */
  socketBytes: number
  /** Of one upload, all files together. */
  uploadBytes: number
  uploadEntries: number
  /** Bytes of an upload's files that nobody sent: a few gigabytes of nothing would be hashed for one byte over the network. */
  uploadHoleBytes: number
  /** Of all open uploads of one publisher. */
  publisherBytes: number
  publisherEntries: number
}

export const SFTP_LIMITS: SftpLimits = {
  loginMs: 15_000,
  loginTries: 3,
  idleMs: 120_000,
  connections: 2_000,
  connectionsPerAddress: 64,
  loginsPerAddress: 16,
  handles: 64,
  readsAtOnce: 8,
  requestsWaiting: 1_024,
  writesWaitingBytes: 16 << 20,
  socketBytes: 1 << 20,
  uploadBytes: 64 * 2 ** 30,
  uploadEntries: 200_000,
  uploadHoleBytes: 64 << 20,
  publisherBytes: 128 * 2 ** 30,
  publisherEntries: 400_000,
}

/** The most that one READ is answered with: what OpenSSH's packets of 256 KiB leave for data. */
export const MAX_READ_BYTES = 254 << 10
