import { formatMoney, type Money } from '@kettle/money'
import { classNames } from './class-names.ts'
import { useUi } from './provider.tsx'

type PriceProps = {
  /** What one pays now. */
  price: Money
  /** What it costs without the discount. */
  basePrice?: Money
  discountPercent?: number | null
  size?: 'small' | 'large'
  className?: string
}

/** A price; on sale also the old one, struck through, and the percent as a patina-green plate. */
export function Price({ price, basePrice, discountPercent, size = 'small', className }: PriceProps) {
  const { locale, words } = useUi()
  const onSale = Boolean(discountPercent) && basePrice !== undefined && basePrice.amount > price.amount
  return (
    <span className={classNames('inline-flex flex-wrap items-center gap-x-2 gap-y-1', className)}>
      {onSale && (
        <span
          className={classNames(
            'rounded-md bg-patina-wash px-1.5 font-bold text-patina',
            size === 'large' ? 'text-lg' : 'text-sm',
          )}
        >
          −{discountPercent}%
        </span>
      )}
      {onSale && (
        <s className="text-sm text-ink-soft">
          <span className="sr-only">{words.oldPrice} </span>
          {formatMoney(basePrice, locale)}
        </s>
      )}
      <span className={classNames('font-bold tabular-nums', size === 'large' ? 'text-2xl' : 'text-base')}>
        {price.amount === 0 ? words.free : formatMoney(price, locale)}
      </span>
    </span>
  )
}
