import type { HistoryItem } from '@kettle/api/client'

/** What the history can be narrowed to, and the API's words for it. */
export const narrowed = {
  purchase: ['purchase'],
  topUp: ['topUp', 'debt'],
  refund: ['refund', 'refundToWallet', 'chargeback', 'chargebackWon'],
} satisfies Record<string, HistoryItem['type'][]>

export type HistoryType = keyof typeof narrowed
export type HistorySearch = { type?: HistoryType }
export const historyTypes = Object.keys(narrowed) as HistoryType[]
