import { type Deps, runNextIngest } from '@kettle/api'

const PAUSE_MS = 1_000

/** Makes builds of the uploads that wait, one after the other. `stop` hands the one in work back, for another node. */
export function startIngests(deps: Deps): { stop(): Promise<void> } {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const turn = (): void => {
    running = runNextIngest(deps, { signal: stop.signal })
      .catch((err: unknown) => {
        deps.log.warn({ err }, 'waiting uploads could not be looked up')
        return false
      })
      .then((found) => {
        if (!stop.signal.aborted) timer = setTimeout(turn, found ? 0 : PAUSE_MS)
      })
  }
  turn()
  return {
    stop: async () => {
      stop.abort(new Error('the server stops'))
      clearTimeout(timer)
      await running
    },
  }
}
