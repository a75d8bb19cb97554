import {
  challengeStoreContract,
  codeStoreContract,
  credentialStoreContract,
  eventBusContract,
  presenceStoreContract,
  registrationStoreContract,
} from './contracts.ts'
import {
  MemoryBus,
  MemoryChallenges,
  MemoryCodes,
  MemoryCredentials,
  MemoryPresence,
  MemoryRegistrations,
} from './index.ts'

const clock = { now: () => new Date() }
challengeStoreContract('the store in memory', () => new MemoryChallenges(clock))
codeStoreContract('the store in memory', () => new MemoryCodes(clock))
credentialStoreContract('the store in memory', () => new MemoryCredentials(clock))
presenceStoreContract('the store in memory', () => new MemoryPresence(clock))
registrationStoreContract('the store in memory', () => new MemoryRegistrations(clock))
eventBusContract('the bus in memory', () => {
  const bus = new MemoryBus()
  return { here: bus, there: bus }
})
