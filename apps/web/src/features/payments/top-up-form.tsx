import { topUpInput, topUpLimits } from '@kettle/api/client'
import { Button, formatMoney, minorDigits, Notice, TextField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useSchemaForm } from '../../lib/form.ts'
import { newIdempotencyKey } from '../../lib/idempotency-key.ts'
import { trpc } from '../../lib/trpc.ts'
import { keepPurchase, type WaitingPurchase } from './waiting-purchase.ts'

type TopUpFormProps = { currency: string; purchase: WaitingPurchase }

const presets = [500, 1000, 2500, 5000]
const schema = z.object({
  choice: z.string(),
  other: z.string(),
})

/** Chooses an amount and goes to the provider's page. The schema's own limits decide; the API says them again. */
export function TopUpForm({ currency, purchase }: TopUpFormProps) {
  const { t, i18n } = useTranslation('payments')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const topUp = trpc.payments.topUp.useMutation()
  const { need } = purchase
  const unit = 10 ** minorDigits(currency)
  const enough = presets.find((amount) => amount >= (need ?? 1000))
  const form = useSchemaForm({
    schema: schema.superRefine(({ choice, other }, context) => {
      const checked = topUpInput.shape.amount.safeParse(amountOf(choice, other, unit))
      if (checked.success) return
      context.addIssue({
        code: 'custom',
        path: ['other'],
        message: checked.error.issues[0]?.message ?? 'AMOUNT_INVALID',
      })
    }),
    defaultValues: { choice: enough ? String(enough) : 'other', other: enough || !need ? '' : String(need / unit) },
    onSubmit: async ({ choice, other }) => {
      const amount = amountOf(choice, other, unit)
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
        <TextField
          label={t('wallet.other')}
          inputMode="decimal"
          autoComplete="transaction-amount"
          hint={t('wallet.limits', { min: money(topUpLimits.min), max: money(topUpLimits.max) })}
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

/** What was chosen or typed, in minor units; NaN for what isn't a number. A comma is a point in Russian. */
function amountOf(choice: string, other: string, unit: number): number {
  if (choice !== 'other') return Number(choice)
  const typed = other.trim().replace(/\s/g, '').replace(',', '.')
  return typed === '' ? Number.NaN : Math.round(Number(typed) * unit)
}
