// Waits until the process that started it is gone (its end of the pipe closes), then ends what that process left behind.
import { end } from './processes.ts'

const pids = process.argv.slice(2).map(Number)
process.stdin.resume()
process.stdin.once('close', async () => {
  await Promise.all(pids.map((pid) => end(pid, '', 'SIGINT')))
})
