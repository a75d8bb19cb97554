import { amountsOf, minorDigits } from '@kettle/money'
import type { Deps } from '../context.ts'
import type { CardTerms } from '../ports/payment-provider.ts'
import { type TopUpTerms, topUpLimits } from './top-up.ts'

/** The store's published terms of buying. All amounts are minor units of `currency`. */
export interface PaymentRules {
  /** ISO 4217 currency of prices and wallets. */
  currency: string
  /** How many digits a minor unit is: 2 for USD, 0 for JPY, 3 for KWD. */
  minorDigits: 0 | 2 | 3
  /** Whether cards are a sandbox's: no money moves. */
  sandbox: boolean
  topUp: TopUpTerms
  /** The upper ends that a search offers for prices, ascending. */
  priceFilters: number[]
  /** What costs less than `cardMinimum`, or can't be paid by these terms otherwise, can be paid from the wallet only. */
  cardMinimum: number
  card: CardTerms
  refund: { days: number; playtimeSeconds: number }
}

export function rules(deps: Pick<Deps, 'settings' | 'payments'>): PaymentRules {
  const { settings, payments } = deps
  const { currency, refund } = settings
  const card = payments.cardTerms(currency)
  return {
    currency,
    minorDigits: minorDigits(currency),
    sandbox: payments.name === 'sandbox',
    topUp: topUpLimits(deps),
    priceFilters: amountsOf(currency).priceFilters,
    cardMinimum: card.minimum,
    card,
    refund: { days: refund.days, playtimeSeconds: refund.playSeconds },
  }
}
