/** Why the depot refuses: a stable word to branch on; the message says the rest to a person. */
export type DepotReason =
  | 'PATH_INVALID'
  | 'LAUNCH_INVALID'
  | 'BUILD_EMPTY'
  | 'BUILD_TOO_LARGE'
  | 'MANIFEST_INVALID'
  | 'CHUNK_CORRUPT'
  | 'PATCH_INVALID'
  | 'NOT_STORED'
  | 'SOURCE_CHANGED'

export class DepotError extends Error {
  readonly reason: DepotReason

  constructor(reason: DepotReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DepotError'
    this.reason = reason
  }
}
