import { DomainError } from '../errors.ts'
import type {
  CardTerms,
  PaymentProvider,
  PaymentToOpen,
  ProviderEvent,
  RefundOutcome,
  RefundToMake,
} from '../ports/payment-provider.ts'

/** A provider whose payments stay open until a test settles them, and whose refunds go as `refundAnswer` says. */
export class TestProvider implements PaymentProvider {
  readonly name = 'test'
  away = false
  terms: CardTerms = { minimum: 50, maximum: 99_999_999, step: 1 }
  refundAnswer: RefundOutcome = 'done'
  readonly opened: PaymentToOpen[] = []
  readonly closed: string[] = []
  /** Payments that were paid though no event told of it yet. */
  readonly paidUnheard = new Map<string, { amount: number; currency: string }>()
  readonly refunds = new Map<string, RefundToMake>()

  cardTerms(): CardTerms {
    return this.terms
  }

  async open(payment: PaymentToOpen): Promise<{ ref: string; url: string }> {
    this.mustBeThere()
    this.opened.push(payment)
    return { ref: `test-${payment.orderId}`, url: `https://pay.test/${payment.orderId}` }
  }

  async close({ orderId }: { orderId: string }): Promise<{ amount: number; currency: string } | null> {
    this.mustBeThere()
    this.closed.push(orderId)
    return this.paidUnheard.get(orderId) ?? null
  }

  async refund(refund: RefundToMake): Promise<RefundOutcome> {
    this.mustBeThere()
    this.refunds.set(refund.refundId, refund)
    return this.refundAnswer
  }

  async readWebhook(body: Buffer): Promise<ProviderEvent> {
    return JSON.parse(body.toString()) as ProviderEvent
  }

  private mustBeThere(): void {
    if (this.away) throw new DomainError('UNAVAILABLE')
  }
}
