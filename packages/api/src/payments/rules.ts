import type { Deps } from '../context.ts'

/** The store's published terms of buying. */
export interface PaymentRules {
  /** ISO 4217 currency of prices and wallets. */
  currency: string
  /** Whether cards are a sandbox's: no money moves. */
  sandbox: boolean
  refund: { days: number; playtimeSeconds: number }
}

export function rules({ settings, payments }: Pick<Deps, 'settings' | 'payments'>): PaymentRules {
  const { currency, refund } = settings
  return {
    currency,
    sandbox: payments.name === 'sandbox',
    refund: { days: refund.days, playtimeSeconds: refund.playSeconds },
  }
}
