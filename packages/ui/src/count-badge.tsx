import { classNames } from './class-names.ts'

/** How many wait, on the corner of what they wait behind; nothing for none, and 99+ for very many. Its words are the wearer's. */
export function CountBadge({ count, className }: { count: number; className?: string }) {
  if (count <= 0) return null
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid h-5 min-w-5 place-items-center rounded-full bg-copper-fill px-1.5 text-xs leading-none font-bold text-on-copper tabular-nums',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}
