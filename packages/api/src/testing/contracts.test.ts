import { codeStoreContract, credentialStoreContract } from './contracts.ts'
import { MemoryCodes, MemoryCredentials } from './index.ts'

const clock = { now: () => new Date() }
codeStoreContract('the store in memory', () => new MemoryCodes(clock))
credentialStoreContract('the store in memory', () => new MemoryCredentials(clock))
