import { type DownloadTicket, install } from '../../../apps/desktop/src/core/install/index.ts'

/** The launcher's core in a process of its own: `node player.ts DIR TICKET_JSON`. Ends with 0 when the game is there. */
const [dir = '', ticket = '{}'] = process.argv.slice(2)
await install({
  dir,
  ticket: async () => JSON.parse(ticket) as DownloadTicket,
  onProgress: ({ bytesDone, phase }) => process.send?.({ phase, bytesDone }),
})
process.disconnect?.()
