// The launcher's core in a process of its own, as it runs when somebody clicks: `node player.ts DIR TICKET_JSON`.
// Tells its parent the progress, and at the end the seconds that the install took.
import { type DownloadTicket, install } from '../../../apps/desktop/src/core/install/index.ts'

const [dir = '', ticket = '{}'] = process.argv.slice(2)
const start = performance.now()
await install({
  dir,
  ticket: async () => JSON.parse(ticket) as DownloadTicket,
  onProgress: ({ bytesDone, phase }) => process.send?.({ phase, bytesDone }),
})
process.send?.({ seconds: (performance.now() - start) / 1000 })
process.disconnect?.()
