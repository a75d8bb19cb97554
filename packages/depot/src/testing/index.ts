export { noise, readTree, type Tree, temporaryFolder, writeTree } from './trees.ts'
