import type { LaunchEntry } from '@kettle/db'

export interface IngestedBuild {
  manifestSha256: string
  installBytes: number
  downloadBytes: number
  fileCount: number
  /** Bytes that the depot did not have before. */
  newBytes: number
  launch: LaunchEntry[]
}

/** Turns an uploaded folder into a build of the depot. */
export interface BuildIngest {
  /** Rejects with DomainError INVALID_BUILD, saying which file and why. Twice for one upload gives the same build. */
  ingest(uploadId: string): Promise<IngestedBuild>
  /** Forgets the uploaded folder. */
  discard(uploadId: string): Promise<void>
}
