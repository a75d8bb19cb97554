import { formatDate, formatMoney, Section, Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../lib/failed.tsx'
import { type Answers, trpc } from '../../lib/trpc.ts'
import type { OwnGame } from './own-game.tsx'

type Sales = Answers['storage']['sales']

/** What a game has sold: in all, and day by day for the last month. */
export function SalesPanel({ game }: { game: OwnGame }) {
  const { t, i18n } = useTranslation('publish')
  const sales = trpc.storage.sales.useQuery({ gameId: game.id })
  if (sales.error && !sales.data)
    return <Failed title={t('sales.failed')} error={sales.error} onRetry={() => void sales.refetch()} />
  if (!sales.data) return <Skeleton className="h-80 rounded-2xl" />
  const { sold, refunded, revenue } = sales.data
  const figures = [
    [t('sales.sold'), String(sold)],
    [t('sales.refunded'), String(refunded)],
    [t('sales.revenue'), formatMoney(revenue, i18n.language)],
  ]
  return (
    <div className="grid gap-6">
      <dl className="grid gap-4 sm:grid-cols-3">
        {figures.map(([name, value]) => (
          <div key={name} className="rounded-2xl border border-line bg-surface p-5 shadow-card">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-display text-3xl font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={t('sales.month')}>
        <Chart days={sales.data.days} />
      </Section>
    </div>
  )
}

/** A bar for each day; for who can't see it, a table of the days that sold something. */
function Chart({ days }: { days: Sales['days'] }) {
  const { t, i18n } = useTranslation('publish')
  const most = Math.max(1, ...days.map((day) => day.sold))
  const day = (date: string) => formatDate(date, i18n.language)
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`0 0 ${days.length * 10} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-40 w-full"
      >
        <line x1="0" x2={days.length * 10} y1="99.5" y2="99.5" className="stroke-line" />
        {days.map(({ date, sold }, place) => (
          <rect
            key={date}
            x={place * 10 + 1.5}
            width="7"
            y={99 - (sold / most) * 95}
            height={(sold / most) * 95}
            className="fill-copper-fill"
          >
            <title>{`${day(date)}: ${sold}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="flex justify-between text-sm text-ink-soft">
        <span>{day(days[0]?.date ?? '')}</span>
        <span>{t('sales.peak', { count: most })}</span>
        <span>{day(days.at(-1)?.date ?? '')}</span>
      </figcaption>
      <table className="sr-only">
        <caption>{t('sales.month')}</caption>
        <tbody>
          {days
            .filter(({ sold }) => sold > 0)
            .map(({ date, sold }) => (
              <tr key={date}>
                <th scope="row">{day(date)}</th>
                <td>{sold}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  )
}
