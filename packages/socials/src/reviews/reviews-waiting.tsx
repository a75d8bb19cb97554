import { Skeleton } from '@kettle/ui'

/** Keeps the place of a game's reviews. Before anybody has scrolled near nothing is under way, and it isn't busy. */
export function ReviewsWaiting({ busy = false }: { busy?: boolean }) {
  return (
    <div aria-busy={busy || undefined} className="grid gap-5">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-16 max-w-md" />
      <Skeleton className="h-52 rounded-2xl" />
    </div>
  )
}
