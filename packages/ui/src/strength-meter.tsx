import { classNames } from './class-names.ts'

const tones = ['bg-danger', 'bg-danger', 'bg-copper-fill', 'bg-patina', 'bg-patina']

/**
 * Four bars that fill as a password grows stronger: 0 to 4, or undefined while there is nothing to measure. A picture
 * only: the word that says the same stands beside it.
 */
export function StrengthMeter({ score }: { score: number | undefined }) {
  const lit = score === undefined ? 0 : Math.max(1, score)
  return (
    <span aria-hidden="true" className="flex gap-1.5 py-1">
      {[1, 2, 3, 4].map((bar) => (
        <span
          key={bar}
          className={classNames(
            'h-1.5 flex-1 rounded-full transition-colors',
            bar <= lit ? tones[score ?? 0] : 'bg-line',
          )}
        />
      ))}
    </span>
  )
}
