import { classNames } from './class-names.ts'

/** A turning ring; with a label it is announced, without one it decorates something that is. */
export function Spinner({ label, className = 'size-5' }: { label?: string; className?: string }) {
  return (
    <span role={label ? 'status' : undefined} className="inline-flex">
      <span
        aria-hidden="true"
        className={classNames('animate-turn rounded-full border-2 border-current border-r-transparent', className)}
      />
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
