import { classNames, formatMoney, type Money } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

type Sum = { label: string; money: Money; tone?: 'strong' | 'bad' }

/** A small bill: a line for each sum, the figures under each other. */
export function Sums({ sums }: { sums: Sum[] }) {
  const { i18n } = useTranslation()
  return (
    <dl className="grid rounded-xl bg-sunk px-4 py-1.5">
      {sums.map(({ label, money, tone }) => (
        <div
          key={label}
          className={classNames(
            'flex justify-between gap-4 border-b border-line py-2 last:border-0',
            tone && 'font-bold',
            tone === 'bad' && 'text-danger',
          )}
        >
          <dt>{label}</dt>
          <dd className="tabular-nums">{formatMoney(money, i18n.language)}</dd>
        </div>
      ))}
    </dl>
  )
}
