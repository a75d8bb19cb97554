import type { StreamEvent } from '@kettle/api/client'
import { type HeardEvents, heardEvents } from '@kettle/api/testing'

/** `socials.onEvent` as a browser hears it. */
export interface OpenStream extends Pick<HeardEvents, 'events' | 'count'> {
  /** Where another stream goes on. */
  readonly lastEventId: string | undefined
  /** Resolves when the other end has closed it, with its last word if that was an error. */
  readonly ended: Promise<unknown>
  close(): void
}

/** Opens the stream over HTTP; resolves once it says hello. */
export async function readStream(url: string, token: string, lastEventId?: string): Promise<OpenStream> {
  const end = new AbortController()
  const input = encodeURIComponent(JSON.stringify(lastEventId === undefined ? {} : { lastEventId }))
  const response = await fetch(`${url}/trpc/socials.onEvent?input=${input}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    signal: end.signal,
  })
  if (!response.ok || !response.body)
    throw new Error(`the stream was refused: ${response.status} ${await response.text()}`)
  const heard = heardEvents()
  let last: string | undefined
  let error: unknown
  const hear = (block: string): void => {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(': ')
        return [line.slice(0, colon), line.slice(colon + 2)]
      }),
    )
    const data = fields.get('data')
    if (fields.get('event') === 'serialized-error') error = JSON.parse(data ?? 'null')
    last = fields.get('id') ?? last
    if (fields.has('event') || !data) return
    heard.hear(JSON.parse(data) as StreamEvent)
  }
  const ended = (async () => {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true })
        const blocks = text.split(/\n\n+/u)
        text = blocks.pop() ?? ''
        for (const block of blocks) hear(block)
      }
    } catch (cause) {
      if (!end.signal.aborted) error ??= cause
    }
    return error
  })()
  const stream: OpenStream = {
    events: heard.events,
    get lastEventId() {
      return last
    },
    ended,
    count: heard.count,
    close: () => end.abort(),
  }
  await stream.count('hello', 1)
  return stream
}
