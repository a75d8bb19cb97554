export { type ChunkIndex, type ChunkLocation, memoryIndex } from './chunk-index.ts'
export { DepotError, type DepotReason } from './errors.ts'
export { type Ingested, type IngestOptions, ingestFolder } from './ingest.ts'
export { type LaunchEntry, launchEntry, launchPlatform } from './launch.ts'
export {
  contentSha256,
  decodeManifest,
  encodeManifest,
  type Manifest,
  type ManifestChunk,
  type ManifestFile,
} from './manifest.ts'
export { type DepotKind, type DepotObject, type DepotStore, diskStore, memoryStore, readWhole } from './store.ts'
