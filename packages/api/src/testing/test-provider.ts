import { DomainError } from '../errors.ts'
import type { PaymentProvider, PaymentToOpen, ProviderEvent } from '../ports/payment-provider.ts'

/** A provider whose payments stay open until a test settles them. */
export class TestProvider implements PaymentProvider {
  readonly name = 'test'
  away = false
  readonly opened: PaymentToOpen[] = []

  async open(payment: PaymentToOpen): Promise<{ ref: string; url: string }> {
    if (this.away) throw new DomainError('UNAVAILABLE')
    this.opened.push(payment)
    return { ref: `test-${payment.orderId}`, url: `https://pay.test/${payment.orderId}` }
  }

  async readWebhook(body: Buffer): Promise<ProviderEvent> {
    return JSON.parse(body.toString()) as ProviderEvent
  }
}
