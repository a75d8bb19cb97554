import { classNames } from './class-names.ts'

type ProgressBarProps = {
  label: string
  /** 0 to 1; without it the bar says only that something is going on. */
  value?: number
  /** What it says in words, such as "120 of 242 MB". */
  text?: string
  tone?: 'copper' | 'patina' | 'danger'
}

const tones = { copper: 'bg-copper-fill', patina: 'bg-patina', danger: 'bg-danger' }

/** A bar that fills, with its share for assistive technology. */
export function ProgressBar({ label, value, text, tone = 'copper' }: ProgressBarProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className="h-2 overflow-hidden rounded-full bg-sunk"
    >
      <div
        className={classNames(
          'h-full rounded-full transition-[width]',
          tones[tone],
          percent === undefined && 'animate-shimmer',
        )}
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  )
}
