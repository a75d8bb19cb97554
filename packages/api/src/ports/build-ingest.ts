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

/** Turns an uploaded folder into a build of the depot. */
export interface BuildIngest {
  /**
   * Takes the uploaded folder away from everyone who writes it: what is written afterwards is no part of the build.
   * Repeating it changes nothing.
   */
  seal(uploadId: string): Promise<void>
  /**
   * Makes a build of a sealed folder. Rejects with DomainError INVALID_BUILD, saying which file and why. Twice for one upload gives the same build. `from`
   * are the manifests of builds that players will come from: a patch that can't be made is left out, never an error.
   */
  ingest(uploadId: string, from?: readonly string[]): Promise<IngestedBuild>
  /** Forgets the uploaded folder. */
  discard(uploadId: string): Promise<void>
}
