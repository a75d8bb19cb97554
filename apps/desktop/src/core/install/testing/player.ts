// Installs in a process of its own, to be killed: `node player.ts DIR TICKET_JSON`.
import { type DownloadTicket, InstallError, install } from '../index.ts'

const [dir = '', ticket = ''] = process.argv.slice(2)
try {
  await install({
    dir,
    ticket: async () => JSON.parse(ticket) as DownloadTicket,
    onProgress: (progress) => process.send?.(progress),
  })
} catch (error) {
  process.send?.({ reason: error instanceof InstallError ? error.reason : String(error) })
  process.exitCode = 1
}
process.disconnect?.()
