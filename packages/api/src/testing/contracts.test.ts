import { challengeStoreContract, codeStoreContract, credentialStoreContract } from './contracts.ts'
import { MemoryChallenges, MemoryCodes, MemoryCredentials } from './index.ts'

const clock = { now: () => new Date() }
challengeStoreContract('the store in memory', () => new MemoryChallenges(clock))
codeStoreContract('the store in memory', () => new MemoryCodes(clock))
credentialStoreContract('the store in memory', () => new MemoryCredentials(clock))
