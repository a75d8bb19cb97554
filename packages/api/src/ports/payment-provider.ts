export interface PaymentToOpen {
  orderId: string
  /** Minor units, above 0. */
  amount: number
  currency: string
  description: string
  /** Where the payer is sent afterwards, whatever the outcome. */
  returnUrl: string
}

export interface ProviderEvent {
  /** Unique per provider; the same event may come again. */
  id: string
  orderId: string
  outcome: 'paid' | 'declined'
  /** What was paid, to be compared with the order. */
  amount: number
  currency: string
}

/** Somebody who takes money. Rejects with DomainError UNAVAILABLE when it can't be reached. */
export interface PaymentProvider {
  /** `sandbox`, `stripe`. */
  readonly name: string
  /** Opens a payment page. Twice for one order gives the same payment. */
  open(payment: PaymentToOpen): Promise<{ ref: string; url: string }>
  /** The event in a webhook's raw body, null for one that means nothing to us. Rejects with FORBIDDEN when the signature is not the provider's. */
  readWebhook(body: Buffer, headers: Record<string, string | string[] | undefined>): Promise<ProviderEvent | null>
}
