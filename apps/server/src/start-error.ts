/** Why Kettle or a part of it could not start, in a sentence for the operator; with the system's code (EADDRINUSE). */
export class StartError extends Error {
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Makes a sentence of why a port can't be had. */
export function namePort(setting: string, port: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE')
      throw new StartError(
        'EADDRINUSE',
        `Port ${port} is taken by another program. End it, or set ${setting} to a free one.`,
      )
    if (error.code === 'EACCES')
      throw new StartError('EACCES', `Port ${port} may not be opened by this user. Set ${setting} to one above 1023.`)
    throw error
  }
}
