import { statfs } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** What `storage.download` answers: where a build can be fetched, and by which short-lived credential. */
export interface DownloadTicket {
  host: string
  port: number
  username: string
  password: string
  /** Lower-case hex SHA-256 of the server's public host key. */
  hostKeySha256: string
  /** ISO time until which it logs in. */
  expiresAt: string
  build: {
    id: string
    version: string
    manifestSha256: string
    installBytes: number
    /** Patches that lead to it: `from` is the manifest of the build that one starts from, `size` is in bytes. */
    patches?: readonly { from: string; sha256: string; size: number }[]
  }
}

/** Time, so that tests need not wait. */
export interface InstallClock {
  /** Milliseconds. */
  now(): number
  /** Rejects with the signal's reason when it is aborted meanwhile. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export const systemClock: InstallClock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => void (await wait(ms, undefined, { signal })),
}

/** The disk that a folder is on. */
export interface Disk {
  /** Bytes that may still be written there. */
  freeBytes(dir: string): Promise<number>
}

export const systemDisk: Disk = {
  async freeBytes(dir) {
    const { bavail, bsize } = await statfs(dir)
    return bavail * bsize
  },
}
