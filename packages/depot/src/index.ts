export { checkDepot, type DepotCheck, type DepotProblem } from './check-depot.ts'
export { openChunk, sha256Hex } from './chunk.ts'
export { type ChunkIndex, type ChunkLocation, memoryIndex } from './chunk-index.ts'
export { DepotError, type DepotReason } from './errors.ts'
export { type BuildSource, folderSource, type SourceFile } from './folder.ts'
export { type HeldFolder, holdBelow, holdFolder, READ_NOFOLLOW } from './held-folder.ts'
export { type Ingested, type IngestOptions, ingestFolder, ingestSource } from './ingest.ts'
export { type LaunchEntry, launchEntry, launchPlatform } from './launch.ts'
export { type MadePatch, makePatch } from './make-patch.ts'
export {
  contentSha256,
  decodeManifest,
  encodeManifest,
  MAX_MANIFEST_BYTES,
  type Manifest,
  type ManifestChunk,
  type ManifestFile,
  parseManifest,
} from './manifest.ts'
export { easeBufferCollection } from './memory.ts'
export {
  decodePatchIndex,
  dictionaryChunks,
  joinDictionary,
  openPiece,
  PATCH_HEAD_BYTES,
  type Patch,
  type PatchPiece,
  patchIndexBytes,
} from './patch.ts'
export { checkTree, foldCase, MAX_LINKS, MAX_PATH_BYTES, pathProblem, STATE_FOLDER, type TreeEntry } from './paths.ts'
export {
  type CopyChunk,
  type FetchChunk,
  nextRead,
  type PackRead,
  type Place,
  type Plan,
  planInstall,
  type Source,
  type Staged,
  sourcesIn,
} from './plan.ts'
export {
  dictionariesOf,
  type FetchPiece,
  nextPatchRead,
  type PatchPlan,
  type PatchRead,
  planPatch,
} from './plan-patch.ts'
export {
  DEPOT_KINDS,
  type DepotKind,
  type DepotObject,
  type DepotStore,
  diskStore,
  isName,
  memoryStore,
  readWhole,
} from './store.ts'
export { type Survey, surveyFolder } from './survey.ts'
export { diskUploads, type UploadStore } from './upload-store.ts'
export { type FileState, scanTree, type TreeState, verifyChunks } from './verify.ts'
