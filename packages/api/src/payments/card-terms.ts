import type { CardTerms } from '../ports/payment-provider.ts'

/** If a card can pay an amount of minor units: neither too small nor too large for the provider, nor finer than it can write. */
export const isPayableByCard = (amount: number, { minimum, maximum, step }: CardTerms): boolean =>
  amount >= minimum && amount <= maximum && amount % step === 0
