import { type GamePage, isPayableByCard, type PaymentRules } from '@kettle/api/client'
import { classNames, formatMoney, type Money } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

export type PaymentMethod = 'wallet' | 'card'

type MethodChoiceProps = {
  game: GamePage
  rules: PaymentRules
  balance: Money
  /** What the wallet owes, which keeps everything from being bought from it. */
  debt: Money | null
  method: PaymentMethod
  onChoose: (method: PaymentMethod) => void
}

/** How to pay: what the wallet holds and would hold, or a card. A wallet that is short says by how much and where to mend it. */
export function MethodChoice({ game, rules, balance, debt, method, onChoose }: MethodChoiceProps) {
  const { t, i18n } = useTranslation('payments')
  const money = (amount: number) => formatMoney({ amount, currency: balance.currency }, i18n.language)
  const missing = game.price.amount - balance.amount
  const cardText = () => {
    const { amount } = game.price
    if (amount < rules.cardMinimum) return t('buy.cardFrom', { amount: money(rules.cardMinimum) })
    if (!isPayableByCard(amount, rules.card)) return t('buy.cardCannot')
    return t(rules.sandbox ? 'buy.cardSandbox' : 'buy.cardText')
  }
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2.5 font-semibold">{t('buy.how')}</legend>
      <Method
        name={t('buy.wallet')}
        aside={money(balance.amount)}
        checked={method === 'wallet'}
        disabled={missing > 0 || debt !== null}
        onChoose={() => onChoose('wallet')}
      >
        {debt ? (
          t('buy.debt', { amount: formatMoney(debt, i18n.language) })
        ) : missing > 0 ? (
          <>
            {t('buy.missing', { amount: money(missing) })}{' '}
            <Link
              to="/wallet"
              search={{ need: String(missing), from: `/game/${game.slug}` }}
              className="font-semibold text-copper underline underline-offset-4"
            >
              {t('buy.topUp')}
            </Link>
          </>
        ) : (
          t('buy.left', { amount: money(-missing) })
        )}
      </Method>
      <Method
        name={t('buy.card')}
        checked={method === 'card'}
        disabled={!isPayableByCard(game.price.amount, rules.card)}
        onChoose={() => onChoose('card')}
      >
        {cardText()}
      </Method>
    </fieldset>
  )
}

type MethodProps = {
  name: string
  aside?: string
  checked: boolean
  disabled?: boolean
  onChoose: () => void
  children: ReactNode
}

function Method({ name, aside, checked, disabled = false, onChoose, children }: MethodProps) {
  const id = useId()
  return (
    <div
      className={classNames(
        'relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded-xl border px-4 py-3.5 transition',
        'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-copper-fill',
        checked ? 'border-copper-fill bg-copper-wash ring-1 ring-copper-fill' : 'border-edge',
        !disabled && 'hover:border-copper-fill',
      )}
    >
      <input
        id={id}
        type="radio"
        name="method"
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        aria-describedby={`${id}-about`}
        className="relative z-10 mt-1 size-4.5 accent-copper-fill outline-none"
      />
      <label
        htmlFor={id}
        className={classNames(
          'flex justify-between gap-3 font-semibold',
          disabled ? 'text-ink-soft' : 'cursor-pointer before:absolute before:inset-0',
        )}
      >
        {name}
        {aside && <span className="tabular-nums">{aside}</span>}
      </label>
      <p id={`${id}-about`} className="col-start-2 text-sm text-ink-soft">
        {children}
      </p>
    </div>
  )
}
