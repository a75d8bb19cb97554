/** Why an install stopped: stable words for screens to translate. */
export type InstallReason =
  | 'CANCELLED'
  | 'BUSY'
  | 'NO_SPACE'
  | 'FILE_BLOCKED'
  | 'DISK_FAILED'
  | 'LINE_LOST'
  | 'HOST_KEY_MISMATCH'
  | 'MANIFEST_INVALID'
  | 'CHUNK_CORRUPT'
  | 'BUILD_CHANGED'
  | 'NOT_INSTALLED'
  /** What the store said when asked for a ticket, such as NOT_OWNED or BUILD_NOT_READY. */
  | (string & {})

/** An install, verify or uninstall that stopped. The message is for logs; `file` and `chunk` say where. */
export class InstallError extends Error {
  readonly reason: InstallReason
  /** Path inside the install folder. */
  readonly file: string | undefined
  /** SHA-256 of the chunk. */
  readonly chunk: string | undefined

  constructor(
    reason: InstallReason,
    message: string,
    { file, chunk, cause }: { file?: string; chunk?: string; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.name = 'InstallError'
    this.reason = reason
    this.file = file
    this.chunk = chunk
  }
}

/** Turns a file system's complaint about a path of the build into an InstallError; others pass as they are. */
export function diskError(error: unknown, file: string): unknown {
  const code = errorCode(error)
  if (code === undefined || error instanceof InstallError) return error
  const said = error instanceof Error ? error.message : code
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new InstallError('NO_SPACE', `The disk is full: "${file}": ${said}`, { file, cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'ETXTBSY' || code === 'EROFS') {
    return new InstallError('FILE_BLOCKED', `"${file}" can't be written, perhaps another program uses it: ${said}`, {
      file,
      cause: error,
    })
  }
  return new InstallError('DISK_FAILED', `"${file}": ${said}`, { file, cause: error })
}

/** The system's code of an error, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
