// Installs in a process of its own: `node player.ts DIR TICKET_JSON [BYTES]`; killed once so many are there. Nobody else could
// do it as soon.
import { type DownloadTicket, InstallError, install } from '../index.ts'

const [dir = '', ticket = '', killedAt = 'Infinity'] = process.argv.slice(2)
try {
  await install({
    dir,
    ticket: async () => JSON.parse(ticket) as DownloadTicket,
    onProgress: (progress) => {
      if (progress.phase === 'downloading' && progress.bytesDone >= Number(killedAt))
        process.kill(process.pid, 'SIGKILL')
      process.send?.(progress)
    },
  })
} catch (error) {
  process.send?.({ reason: error instanceof InstallError ? error.reason : String(error) })
  process.exitCode = 1
}
process.disconnect?.()
