import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

type SectionProps = {
  title: string
  /** A line or two on what it is for. */
  lead?: ReactNode
  /** `danger` for what can't be undone. */
  tone?: 'plain' | 'danger'
  children: ReactNode
}

/** A part of a page with a heading of its own, on a card. */
export function Section({ title, lead, tone = 'plain', children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        'grid gap-5 rounded-2xl border bg-surface p-5 shadow-card sm:p-7',
        tone === 'danger' ? 'border-danger' : 'border-line',
      )}
    >
      <header className="grid gap-1">
        <h2 id={id} className="text-2xl font-bold">
          {title}
        </h2>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </header>
      {children}
    </section>
  )
}
