/** What one of the demo people says of a game that they bought. */
export interface DemoReview {
  /** The first part of their address, as people.ts has it. */
  by: string
  recommended: boolean
  /** Played before it was written. */
  minutes: number
  /** How many found it helpful, and how many not. */
  votes: readonly [helpful: number, unhelpful: number]
  text: string
  /** What it said before it was edited. */
  before?: { recommended: boolean; text: string }
  /** The developer's answer. */
  reply?: string
  reports?: readonly { by: string; reason: 'spam' | 'abuse' | 'hate' | 'spoiler' | 'scam' | 'other'; note: string }[]
  /** They gave the game back afterwards. */
  refunded?: boolean
}
