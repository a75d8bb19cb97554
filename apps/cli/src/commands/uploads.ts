import { bytes } from '../progress.ts'
import { requireSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'

/** Lists one's own uploads that are not yet builds, oldest first. */
export async function uploads(terminal: Terminal): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  const { items } = await storeClient(server, token).storage.uploads.query()
  if (items.length === 0) terminal.print('All your uploads are builds, or were given up')
  for (const { uploadId, slug, version, platform, createdAt, state, bytesDone, bytesTotal } of items) {
    const when = createdAt.slice(0, 16).replace('T', ' ')
    const far = state === 'ingesting' ? `  ${bytes(bytesDone)} of ${bytes(bytesTotal)}` : ''
    terminal.print(`${uploadId}  ${slug}  ${version}  ${platform}  ${when}  ${state}${far}`)
  }
}

/** Gives an upload up. */
export async function cancel(terminal: Terminal, { uploadId }: { uploadId: string }): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  await storeClient(server, token).storage.cancelUpload.mutate({ uploadId })
  terminal.print(`Upload ${uploadId} is given up, and what was sent of it is gone`)
}
