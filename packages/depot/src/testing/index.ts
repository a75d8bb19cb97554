export { depotStoreContract } from './store-contract.ts'
export { noise, readTree, type Tree, temporaryFolder, writeTree } from './trees.ts'
export { type UploadWriter, uploadStoreContract } from './upload-contract.ts'
