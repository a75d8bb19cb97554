export { depotStoreContract } from './store-contract.ts'
export { noise, readTree, type Tree, temporaryFolder, writeTree } from './trees.ts'
