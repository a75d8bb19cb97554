import type { ReactNode } from 'react'

const tagClass =
  'inline-flex min-h-8 items-center rounded-full border border-line bg-surface px-3 text-sm text-ink-soft'

/** The classes of a tag that is a link. */
export const tagLinkClass = `${tagClass} transition hover:border-copper-fill hover:text-copper`

/** A small label. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={tagClass}>{children}</span>
}
