import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { CoverImage } from './cover-image.tsx'
import { Skeleton } from './skeleton.tsx'

type GameCardProps = {
  title: string
  cover: string | null
  /** Makes the app's own link around the title; give it `className` and the whole card becomes its target. */
  link: (title: ReactNode, className: string) => ReactNode
  /** A line under the title: a price, "In your library", a progress bar. */
  footer?: ReactNode
  /** Why it is shown: "because you own X". */
  reason?: ReactNode
  eager?: boolean
  /** Below a shelf's title 3; directly below the page's 2. */
  headingLevel?: 2 | 3
  className?: string
}

/** A game on a shelf: cover, title, one line. The title's link covers all of it. */
export function GameCard({ title, cover, link, footer, reason, eager, headingLevel = 3, className }: GameCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article
      className={classNames(
        'group relative grid content-start gap-2.5 rounded-xl has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-offset-4 has-[a:focus-visible]:outline-copper-fill',
        className,
      )}
    >
      <div className="overflow-hidden rounded-xl shadow-card transition duration-200 group-hover:-translate-y-1 group-hover:shadow-lift">
        <CoverImage src={cover} title={title} eager={eager} />
      </div>
      <div className="grid gap-0.5 px-0.5">
        <Heading className="line-clamp-2 font-sans text-base leading-snug font-semibold tracking-normal group-hover:text-copper">
          {link(title, 'outline-none after:absolute after:inset-0 after:rounded-xl')}
        </Heading>
        {reason && <p className="line-clamp-2 text-sm text-ink-soft">{reason}</p>}
        {footer}
      </div>
    </article>
  )
}

/** The place a GameCard will take. */
export function GameCardSkeleton() {
  return (
    <div className="grid content-start gap-2.5">
      <Skeleton className="aspect-3/4 rounded-xl" />
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-5 w-1/3" />
    </div>
  )
}
