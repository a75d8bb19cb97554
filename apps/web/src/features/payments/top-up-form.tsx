import type { PaymentRules } from '@kettle/api/client'
import { readAmount, writeAmount } from '@kettle/money'
import { Button, formatMoney, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AmountField } from '../../lib/amount-field.tsx'
import { useSchemaForm } from '../../lib/form.ts'
import { newIdempotencyKey } from '../../lib/idempotency-key.ts'
import { trpc } from '../../lib/trpc.ts'
import { keepPurchase, type WaitingPurchase } from './waiting-purchase.ts'

type TopUpFormProps = { rules: PaymentRules; purchase: WaitingPurchase }

const schema = z.object({
  choice: z.string(),
  other: z.string(),
})

/** Chooses an amount and goes to the provider's page. The store's rules say which amounts there are; the API checks them again. */
export function TopUpForm({ rules: { currency, topUp: limits }, purchase }: TopUpFormProps) {
  const { t, i18n } = useTranslation('payments')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const topUp = trpc.payments.topUp.useMutation()
  const { need } = purchase
  const { presets, min, max, step } = limits
  const enough = need ? presets.find((amount) => amount >= need) : (presets[1] ?? presets[0])
  // A top-up has a least amount and a step, whatever is missing.
  const asked = need && Math.min(max, Math.max(min, Math.ceil(need / step) * step))
  const amountOf = (choice: string, other: string) =>
    choice === 'other' ? readAmount(other, currency, i18n.language) : Number(choice)
  const form = useSchemaForm({
    schema: schema.superRefine(({ choice, other }, context) => {
      const message = faultOf(amountOf(choice, other), limits)
      if (message) context.addIssue({ code: 'custom', path: ['other'], message })
    }),
    defaultValues: {
      choice: enough ? String(enough) : 'other',
      other: enough || !asked ? '' : writeAmount(asked, currency, i18n.language),
    },
    onSubmit: async ({ choice, other }) => {
      const amount = amountOf(choice, other) ?? 0
      // One key for each amount: the same click twice is one payment, another amount is another one.
      const { url } = await topUp.mutateAsync({ amount, idempotencyKey: `${idempotencyKey}-${amount}` })
      keepPurchase(purchase)
      location.assign(url)
      // The page is leaving; the button stays busy until it has.
      await new Promise(() => {})
    },
  })
  const choice = form.watch('choice')
  const money = (amount: number) => formatMoney({ amount, currency }, i18n.language)
  const options = [
    ...presets.map((amount) => ({ value: String(amount), label: money(amount) })),
    { value: 'other', label: t('wallet.other') },
  ]
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('wallet.amount')}</legend>
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-4">
          {options.map((option) => (
            <label
              key={option.value}
              className="grid min-h-14 cursor-pointer place-items-center rounded-lg border border-edge px-3 text-center text-lg font-semibold transition last:col-span-full last:min-h-12 last:text-base hover:border-copper-fill has-checked:border-copper-fill has-checked:bg-copper-wash has-checked:text-copper has-checked:ring-1 has-checked:ring-copper-fill has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-copper-fill"
            >
              <input type="radio" value={option.value} {...form.register('choice')} className="sr-only" />
              {option.label}
            </label>
          ))}
        </div>
      </fieldset>
      {choice === 'other' && (
        <AmountField
          label={t('wallet.other')}
          currency={currency}
          typed={form.watch('other')}
          autoComplete="transaction-amount"
          hint={t('wallet.limits', { min: money(min), max: money(max) })}
          {...form.field('other')}
        />
      )}
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" size="large" wide busy={form.busy}>
        {t('wallet.submit')}
      </Button>
      <p className="text-center text-sm text-ink-soft">{t('wallet.secure')}</p>
    </form>
  )
}

/** The word for what is wrong with an amount; undefined for one that can be paid. */
function faultOf(amount: number | null, { min, max, step }: PaymentRules['topUp']): string | undefined {
  if (amount === null) return 'AMOUNT_INVALID'
  if (amount < min) return 'AMOUNT_TOO_SMALL'
  if (amount > max) return 'AMOUNT_TOO_LARGE'
  return amount % step === 0 ? undefined : 'AMOUNT_NOT_PAYABLE'
}
