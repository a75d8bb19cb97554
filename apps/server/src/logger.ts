import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

/** Logs as JSON lines, to stdout unless another destination is given. A request's address is logged without its query, which may hold a mailed code. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.authorization', 'req.headers.cookie'],
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: serializeError,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * An error for the log, without what was in it of people: a failed query says its parameters (addresses, hashes), in its message, its
 * stack and by themselves.
 */
export function serializeError(error: Error): Record<string, unknown> {
  return withoutParameters(pino.stdSerializers.errWithCause(error)) as Record<string, unknown>
}

function withoutParameters(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by|$)/gu, '')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const kept = Object.entries(value).filter(([name]) => !['params', 'parameters', 'args', 'detail'].includes(name))
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutParameters(part)]))
}
