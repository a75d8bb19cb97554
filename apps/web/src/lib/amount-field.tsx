import { formatMoney, readAmount } from '@kettle/money'
import { TextField } from '@kettle/ui'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

type AmountFieldProps = ComponentProps<typeof TextField> & { currency: string; typed: string }

/** A field for an amount of money, which says below how it understands what was typed: "1,299" is another amount in each language. */
export function AmountField({ currency, typed, hint, ...field }: AmountFieldProps) {
  const { i18n } = useTranslation()
  const amount = readAmount(typed, currency, i18n.language)
  const understood = amount === null ? hint : `= ${formatMoney({ amount, currency }, i18n.language)}`
  return <TextField inputMode="decimal" hint={understood} {...field} />
}
