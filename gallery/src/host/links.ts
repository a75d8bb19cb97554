import type { AppRouter } from '@kettle/api/client'
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { answerTo, Failing, waiting } from './answers.ts'

/** In the place of the web's links (vite.config.ts): every call is answered by the story's fixtures. */
export const links: TRPCLink<AppRouter>[] = [
  () =>
    ({ op }) =>
      observable((observer) => {
        queueMicrotask(() => {
          try {
            const answer = answerTo(op.path, op.input)
            if (answer === waiting) return
            if (answer instanceof Failing) return observer.error(answer.toError())
            observer.next({ result: { type: 'data', data: structuredClone(answer) } })
            observer.complete()
          } catch (error) {
            // Said aloud, so that the run of the gallery fails: a screen would only show its failed state.
            // biome-ignore lint/suspicious/noConsole: it is for whoever writes a story
            console.error(error)
            observer.error(TRPCClientError.from(error as Error))
          }
        })
      }),
]
