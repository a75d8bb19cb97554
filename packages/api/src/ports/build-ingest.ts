import type { LaunchEntry } from '@kettle/db'

export interface IngestedBuild {
  manifestSha256: string
  installBytes: number
  downloadBytes: number
  fileCount: number
  /** Bytes that the depot did not have before. */
  newBytes: number
  launch: LaunchEntry[]
  /** Patches to it that save something, each from one of the builds that were named. */
  patches: MadePatch[]
}

/** A patch in the depot. */
export interface MadePatch {
  /** The manifest of the build that it starts from. */
  fromManifestSha256: string
  sha256: string
  size: number
  /** What a player of that build fetches in all. */
  updateBytes: number
}

export interface IngestRequest {
  /** The publisher: only their own builds share what they have in common. */
  owner: string
  /** Manifests of the builds that players will come from. */
  from: readonly string[]
  onProgress?: (progress: { bytesDone: number; bytesTotal: number }) => void
  signal?: AbortSignal
}

/** Turns an uploaded folder into a build of the depot. */
export interface BuildIngest {
  /**
   * Takes the uploaded folder away from everyone who writes it: what is written afterwards is no part of the build.
   * Repeating it changes nothing.
   */
  seal(uploadId: string): Promise<void>
  /**
   * Makes a build of a sealed folder. Rejects with DomainError INVALID_BUILD, saying which file and why. Twice for one upload gives the same build. A patch that
   * can't be made is left out, never an error. Rejects with the signal's reason when told to stop.
   */
  ingest(uploadId: string, options: IngestRequest): Promise<IngestedBuild>
  /** Forgets the uploaded folder. */
  discard(uploadId: string): Promise<void>
}
