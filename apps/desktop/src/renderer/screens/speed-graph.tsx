import { formatBytes } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../lib/i18n.ts'

const SECONDS = 60
const WIDTH = 240
const HEIGHT = 56

/** The speed of the last minute as a hill, its top as high as the fastest second. */
export function SpeedGraph({ history }: { history: readonly number[] }) {
  const { t } = useTranslation()
  const fastest = Math.max(0, ...history)
  const step = WIDTH / (SECONDS - 1)
  const from = WIDTH - (history.length - 1) * step
  const points = history.map((speed, index) => {
    const height = fastest > 0 ? (speed / fastest) * (HEIGHT - 4) : 0
    return `${(from + index * step).toFixed(1)},${(HEIGHT - height).toFixed(1)}`
  })
  const speed = t('game.speed', { speed: formatBytes(fastest, currentLanguage()) })
  return (
    <figure className="grid gap-1">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('downloads.graph', { speed })}
        className="h-14 w-full rounded-lg bg-sunk text-copper-fill"
      >
        {points.length > 1 && (
          <>
            <polygon
              points={`${from.toFixed(1)},${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`}
              fill="currentColor"
              opacity="0.25"
            />
            <polyline
              points={points.join(' ')}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </>
        )}
      </svg>
      <figcaption aria-hidden="true" className="flex justify-between text-xs text-ink-soft tabular-nums">
        <span>{t('downloads.minute')}</span>
        {fastest > 0 && <span>{t('downloads.peak', { speed })}</span>}
      </figcaption>
    </figure>
  )
}
