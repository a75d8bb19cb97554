import { networkOf } from '../network-of.ts'

/** Points per window of seconds for each kind of act. */
export const limits = {
  loginAddress: { points: 15, seconds: 900 },
  loginIp: { points: 60, seconds: 900 },
  /** A device that has logged in to the account before, so that a stranger's guesses don't lock it out. */
  loginDevice: { points: 15, seconds: 900 },
  registerIp: { points: 20, seconds: 3600 },
  codeAddress: { points: 5, seconds: 3600 },
  codeIp: { points: 40, seconds: 3600 },
  /** Asking for one's password, or for a code of the second factor, by user. */
  passwordUser: { points: 20, seconds: 900 },
  secondFactorUser: { points: 10, seconds: 3600 },
  secondFactorDevice: { points: 10, seconds: 3600 },
  passkeyIp: { points: 120, seconds: 900 },
  changeEmailUser: { points: 5, seconds: 3600 },
  exportUser: { points: 10, seconds: 3600 },
  redeemIp: { points: 60, seconds: 900 },
  topUpUser: { points: 30, seconds: 3600 },
  findPeopleUser: { points: 60, seconds: 60 },
  friendRequestUser: { points: 40, seconds: 24 * 3600 },
  /** The same person, again and again. */
  friendRequestPair: { points: 3, seconds: 7 * 24 * 3600 },
  messageBurstUser: { points: 30, seconds: 15 },
  messageUser: { points: 600, seconds: 3600 },
  typingUser: { points: 40, seconds: 60 },
  reviewUser: { points: 20, seconds: 3600 },
  voteUser: { points: 120, seconds: 3600 },
  reportUser: { points: 20, seconds: 3600 },
  pictureUser: { points: 120, seconds: 3600 },
  /** A launcher opens one for each game that is started. */
  startPlayingUser: { points: 60, seconds: 600 },
  /** Looking for games; a word that is typed asks at each letter. */
  searchIp: { points: 1200, seconds: 60 },
  /** Buying and giving back in a circle costs the store, not the player. */
  refundUser: { points: 40, seconds: 3600 },
  downloadUser: { points: 120, seconds: 300 },
} as const

export type LimitName = keyof typeof limits

/** The key under which a limit counts: what goes by address takes a network as one. */
export const countedKey = (limit: LimitName, key: string): string => (limit.endsWith('Ip') ? networkOf(key) : key)

/** Counts acts. Over the limit it rejects with DomainError RATE_LIMITED and `retryAfterSeconds`; when its store is away it counts by itself. */
export interface Limiter {
  take(limit: LimitName, key: string): Promise<void>
  /** Gives a point back, for an act that turned out well. */
  giveBack(limit: LimitName, key: string): Promise<void>
}
