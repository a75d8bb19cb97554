export { dayOf, useMoments } from './moments.ts'
export { usePersonWords } from './person-words.ts'
