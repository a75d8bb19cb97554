import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskStore, type MadePatch, makePatch } from '@kettle/depot'
import { type Tree, temporaryFolder } from '@kettle/depot/testing'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startTestNode, type TestNode } from '../../../../../server/src/sftp/testing/sftp-node.ts'
import { type Connect, connectSftp, type DownloadTicket, type InstallClock } from '../index.ts'

/** A real SFTP node, and tickets to it as the store gives them. */
export interface TestStore extends TestNode {
  /** Makes a build and offers it from now on. */
  offer(version: string, tree: Tree): Promise<{ manifestSha256: string; downloadBytes: number }>
  /** Makes the patch from the build offered before to the one offered now, and offers it too. */
  patch(): Promise<MadePatch | null>
  /** What `storage.download` would answer now. */
  ticket(): Promise<DownloadTicket>
  /** How many tickets were asked for. */
  asked(): number
}

export async function startTestStore(): Promise<TestStore> {
  const node = await startTestNode()
  let build: DownloadTicket['build'] | null = null
  let before: DownloadTicket['build'] | null = null
  let asked = 0
  return {
    ...node,
    asked: () => asked,
    async offer(version, tree) {
      await rm(join(node.dir, `build-${version}`), { recursive: true, force: true })
      const { manifestSha256, installBytes, downloadBytes } = await node.build(`build-${version}`, tree)
      before = build
      build = { id: `build-${version}`, version, manifestSha256, installBytes }
      return { manifestSha256, downloadBytes }
    },
    async patch() {
      if (!build || !before) throw new Error('two builds must be offered')
      const [from, to] = [before.manifestSha256, build.manifestSha256]
      const made = await makePatch(diskStore(join(node.dir, 'depot')), { from, to })
      if (made) build = { ...build, patches: [{ from, sha256: made.sha256, size: made.size }] }
      return made
    },
    async ticket() {
      if (!build) throw new Error('nothing is offered')
      asked++
      const { username, password, expiresAt } = await node.reading(build.manifestSha256, { patches: build.patches })
      const { port, hostKeySha256 } = node
      return { host: '127.0.0.1', port, username, password, hostKeySha256, expiresAt: expiresAt.toISOString(), build }
    },
  }
}

/** One store for a file's tests, and an empty folder for each of them, where the player's game goes. */
export function useTestStore(give: (given: { store: TestStore; dir: string }) => void): void {
  let store: TestStore
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => {
    store = await startTestStore()
    give({ store, dir: '' })
  })
  afterAll(() => store.remove())
  beforeEach(async () => {
    folder = await temporaryFolder()
    give({ store, dir: folder.dir })
  })
  afterEach(() => folder.remove())
}

/** A clock whose waits take no time; what was waited for is kept. */
export function hurriedClock(): InstallClock & { waits: number[] } {
  const waits: number[] = []
  return {
    waits,
    now: () => performance.now(),
    async sleep(ms, signal) {
      signal.throwIfAborted()
      waits.push(ms)
    },
  }
}

/** A line whose reads pass through `change`, which may alter the bytes or throw. */
export function meddlingConnect(change: (bytes: Buffer, reads: number) => void): Connect {
  let reads = 0
  return async (ticket) => {
    const line = await connectSftp(ticket)
    return {
      ...line,
      async read(handle, into, offset) {
        await line.read(handle, into, offset)
        change(into, ++reads)
      },
    }
  }
}
