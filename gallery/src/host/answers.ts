import type { AppRouter, Reason } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>
type Inputs = inferRouterInputs<AppRouter>

/** Never answers: the waiting state of a screen. */
export const waiting = Symbol('waiting')

/** Answers with a failure; `OFFLINE` is what the web makes of no answer at all. */
export class Failing {
  readonly reason: Reason | 'OFFLINE'
  readonly fields: Record<string, string>

  constructor(reason: Reason | 'OFFLINE', fields: Record<string, string> = {}) {
    this.reason = reason
    this.fields = fields
  }

  toError(): TRPCClientError<AppRouter> {
    if (this.reason === 'OFFLINE') return new TRPCClientError('Failed to fetch')
    // 400 for all: nothing is asked again by itself, and the reason decides what is said.
    const data = { code: 'BAD_REQUEST' as const, httpStatus: 400, reason: this.reason, fields: this.fields }
    return TRPCClientError.from<AppRouter>({ error: { code: -32600, message: this.reason, data } as never })
  }
}

/** Shorthand of `new Failing`. */
export const failing = (reason: Reason | 'OFFLINE' = 'UNAVAILABLE', fields?: Record<string, string>): Failing =>
  new Failing(reason, fields)

type Answer<Output, Input> = Output | Failing | typeof waiting | ((input: Input) => Output | Failing | typeof waiting)

/** Answers of the store by domain and procedure, each typed as the router says: an edited procedure breaks them at compile time. */
export type Answers = {
  [Domain in keyof Outputs]?: {
    [Name in keyof Outputs[Domain]]?: Answer<
      Outputs[Domain][Name],
      Name extends keyof Inputs[Domain] ? Inputs[Domain][Name] : never
    >
  }
}

export type Output<Domain extends keyof Outputs, Name extends keyof Outputs[Domain]> = Outputs[Domain][Name]

/** One set of answers over another. */
export function mergeAnswers(below: Answers, above: Answers): Answers {
  const merged: Record<string, object | undefined> = { ...below }
  for (const [domain, answers] of Object.entries(above)) merged[domain] = { ...merged[domain], ...answers }
  return merged as Answers
}

let current: () => Answers = () => ({})

/** From now on the store answers so. It is asked at each call, so that texts follow the language on screen. */
export function answerWith(answers: () => Answers): void {
  current = answers
}

/** The answer to one call. @throws Error where a story forgot one */
export function answerTo(path: string, input: unknown): unknown {
  const [domain = '', name = ''] = path.split('.')
  const answers = (current() as Record<string, Record<string, unknown> | undefined>)[domain]
  if (!answers || !(name in answers)) throw new Error(`No fixture answers ${path}`)
  const answer = answers[name]
  return typeof answer === 'function' ? answer(input) : answer
}
