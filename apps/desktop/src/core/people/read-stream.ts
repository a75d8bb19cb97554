import type { AppRouter, StreamEvent } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import type { Heard, PeopleStore } from './ports.ts'

/** No event of the store comes near to this; a line that never ends would fill the memory. */
const BLOCK_CHARACTERS = 1 << 20

/**
 * `socials.onEvent` over server-sent events, as tRPC writes them. A reader of our own: the token goes along in a header, which
 * EventSource can't send, and a refusal is read with its reason.
 */
export function readStream(server: string, headers: () => Record<string, string>): PeopleStore['events'] {
  return async function* (input, signal) {
    const url = `${server}/trpc/socials.onEvent?input=${encodeURIComponent(JSON.stringify(input))}`
    const response = await fetch(url, { headers: { ...headers(), accept: 'text/event-stream' }, signal })
    if (!response.ok || !response.body) throw await refusal(response)
    const decoder = new TextDecoder()
    let text = ''
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      text += decoder.decode(piece, { stream: true })
      const blocks = text.split(/\n\n+/u)
      text = blocks.pop() ?? ''
      if (text.length > BLOCK_CHARACTERS) throw new Error('The store says more at once than can be meant')
      for (const block of blocks) {
        const said = readBlock(block)
        if (said === 'over') return
        yield said
      }
    }
  }
}

/** One message of the stream. @throws TRPCClientError when it is the error that the stream ends with */
function readBlock(block: string): Heard | 'over' {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /u, '')]
    }),
  )
  const name = fields.get('event')
  const data = fields.get('data')
  if (name === 'return') return 'over'
  if (name === 'serialized-error') throw TRPCClientError.from<AppRouter>({ error: JSON.parse(data ?? 'null') })
  // `connected`, `ping` and comments.
  if (name || !data) return null
  return { id: fields.get('id') ?? null, event: JSON.parse(data) as StreamEvent }
}

async function refusal(response: Response): Promise<Error> {
  try {
    return TRPCClientError.from<AppRouter>((await response.json()) as { error: never })
  } catch {
    return new TRPCClientError(`The stream was refused: ${response.status}`)
  }
}
