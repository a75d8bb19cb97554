import { z } from 'zod'
import { MAX_PRICE } from '../money.ts'
import { text } from '../text.ts'

export const idempotencyKeySchema = text(100, 'KEY_TOO_LONG').min(8, 'KEY_TOO_SHORT')

export const buyInput = z.object({
  gameId: z.uuid(),
  method: z.enum(['wallet', 'card'], { error: 'METHOD_NOT_OFFERED' }),
  idempotencyKey: idempotencyKeySchema,
  /** The price that the buyer saw, in minor units. With another one in force nothing is bought: PRICE_CHANGED. */
  expectedPrice: z.int().min(0).max(MAX_PRICE).optional(),
})
export const topUpInput = z.object({
  /** Minor units, within the limits that `payments.rules` tells. */
  amount: z.int('AMOUNT_INVALID').min(1, 'AMOUNT_TOO_SMALL').max(MAX_PRICE, 'AMOUNT_TOO_LARGE'),
  idempotencyKey: idempotencyKeySchema,
})
export const orderInput = z.object({ id: z.uuid() })
export const ownedGameInput = z.object({ gameId: z.uuid() })
export const refundInput = z.object({ gameId: z.uuid(), idempotencyKey: idempotencyKeySchema.optional() })

/**
 * What a line of the history can be. `refundToWallet`: the card refused its refund, so the money went into the wallet. `chargeback`:
 * given back by the provider or taken back by the payer's bank; `chargebackWon`: that bank decided for the store; `debt`: a wallet
 * paid what it owed since.
 */
export const transactionTypes = [
  'topUp',
  'purchase',
  'refund',
  'refundToWallet',
  'chargeback',
  'chargebackWon',
  'debt',
] as const

export const historyInput = z
  .object({
    cursor: z.uuid().nullish(),
    limit: z.int().min(1).max(100).default(20),
    types: z.array(z.enum(transactionTypes)).min(1).max(transactionTypes.length).optional(),
  })
  .default({ limit: 20 })
