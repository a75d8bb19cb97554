import { classNames } from './class-names.ts'

/** A place kept for what is loading; give it the size of what will come. Screen readers don't meet it. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames('block animate-shimmer rounded-md bg-sunk', className)} />
}
