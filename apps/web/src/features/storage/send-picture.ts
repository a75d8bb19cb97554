export type PictureKind = 'cover' | 'header' | 'screenshot'

/** The store would not have the picture; the message is the reason's word. */
export class PictureRefused extends Error {}

/** The word for why a picture was not taken: what is unknown is a picture that can't be used. */
export const pictureRefusal = (reason: string) =>
  reason === 'OFFLINE' || reason === 'TOO_LARGE' ? reason : 'INVALID_PICTURE'

/** What the server takes at most. */
const MAX_BYTES = 12 * 1024 * 1024

/** Brings a picture of a game. @throws PictureRefused, or TypeError when nothing answered */
export async function sendPicture(gameId: string, kind: PictureKind, file: File): Promise<void> {
  if (file.size > MAX_BYTES) throw new PictureRefused('TOO_LARGE')
  const response = await fetch(`/pictures?${new URLSearchParams({ gameId, kind })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-kettle-client': 'web' },
    body: file,
  })
  if (response.ok) return
  if (response.status === 413) throw new PictureRefused('TOO_LARGE')
  const body = (await response.json().catch(() => ({}))) as { error?: { reason?: string } }
  throw new PictureRefused(body.error?.reason ?? 'INTERNAL')
}
