import { type Deps, runDueJobs } from '@kettle/api'

const PAUSE_MS = 2_000

/** Looks for due jobs every two seconds until it is stopped; `stop` waits for the one in work. */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()
  const turn = () => {
    running = runDueJobs(deps)
      .catch((err: unknown) => deps.log.warn({ err }, 'jobs could not be looked up'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, PAUSE_MS)
      })
  }
  turn()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
