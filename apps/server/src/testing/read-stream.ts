import type { StreamEvent } from '@kettle/api/client'

/** `socials.onEvent` as a browser hears it. */
export interface OpenStream {
  readonly events: StreamEvent[]
  /** Where another stream goes on. */
  readonly lastEventId: string | undefined
  /** Resolves once this many events of a kind have come. */
  count(kind: StreamEvent['kind'], many: number): Promise<StreamEvent[]>
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
  const events: StreamEvent[] = []
  const waiting = new Set<() => void>()
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
    events.push(JSON.parse(data) as StreamEvent)
    for (const look of waiting) look()
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
    events,
    get lastEventId() {
      return last
    },
    ended,
    count: (kind, many) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.filter((event) => event.kind === kind)
          if (found.length < many) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => end.abort(),
  }
  await stream.count('hello', 1)
  return stream
}
