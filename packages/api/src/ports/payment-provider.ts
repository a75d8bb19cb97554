export interface PaymentToOpen {
  orderId: string
  /** Minor units, above 0. */
  amount: number
  currency: string
  description: string
  /** Where the payer is sent afterwards, whatever the outcome. */
  returnUrl: string
  /** ISO; nobody should be able to pay afterwards. */
  expiresAt: string
  locale: 'en' | 'ru'
}

export interface PaymentEvent {
  type: 'payment'
  /** Unique per provider; the same event may come again. */
  id: string
  orderId: string
  outcome: 'paid' | 'declined'
  /** What was paid, to be compared with the order. */
  amount: number
  currency: string
}

/** What became of a refund that was `pending`. */
export interface RefundEvent {
  type: 'refund'
  id: string
  refundId: string
  outcome: 'done' | 'refused'
}

/** A payment was given back at the provider, by its dashboard: whole or in part. */
export interface ReturnEvent {
  type: 'returned'
  id: string
  orderId: string
  /** All that has been given back of this payment so far, refunds of ours included. */
  amount: number
  currency: string
}

/** The payer's bank asks for the money back: it is gone from `open` on, and comes back with `won`. */
export interface DisputeEvent {
  type: 'dispute'
  id: string
  orderId: string
  /** Names the dispute; events of one may come in any order. */
  disputeId: string
  state: 'open' | 'won' | 'lost'
  amount: number
  currency: string
}

export type ProviderEvent = PaymentEvent | RefundEvent | ReturnEvent | DisputeEvent

export interface RefundToMake {
  /** Names the refund: asked for again with the same id, it is the same refund. */
  refundId: string
  orderId: string
  /** The payment, as `open` named it. */
  ref: string
  amount: number
  currency: string
}

export type RefundOutcome = 'done' | 'pending' | 'refused' | 'disputed'

/** Which amounts of a currency a card can pay, in our minor units. */
export interface CardTerms {
  minimum: number
  maximum: number
  /** An amount must be a multiple of this: 10 where the provider takes no third digit. */
  step: number
}

/** Somebody who takes money. Rejects with DomainError UNAVAILABLE when it can't be reached or gave no clear answer. */
export interface PaymentProvider {
  /** `sandbox`, `stripe`. */
  readonly name: string
  /** What can be paid by card in a currency. @throws RangeError for one that the provider does not take */
  cardTerms(currency: string): CardTerms
  /** Opens a payment page. Twice for one order gives the same payment. */
  open(payment: PaymentToOpen): Promise<{ ref: string; url: string }>
  /** Makes sure that nobody pays any more, and gives what had been paid until then, or null. Twice answers alike. */
  close(payment: { orderId: string; ref: string }): Promise<{ amount: number; currency: string } | null>
  /**
   * Gives a payment back, once for each `refundId`. After `pending` an event tells the end; `refused` is final; `disputed` waits for
   * the end of a dispute, which an event tells too.
   */
  refund(refund: RefundToMake): Promise<RefundOutcome>
  /** The event in a webhook's raw body, null for one that means nothing to us. Rejects with FORBIDDEN when the signature is not the provider's. */
  readWebhook(body: Buffer, headers: Record<string, string | string[] | undefined>): Promise<ProviderEvent | null>
}
