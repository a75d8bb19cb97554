import { KettleMark } from '@kettle/ui'
import type { ReactNode } from 'react'
import { usePageTitle } from '../../lib/page-title.ts'

type EntranceProps = { title: string; lead: ReactNode; children: ReactNode; footer?: ReactNode }

/** The card in which all pages around log-in stand. */
export function Entrance({ title, lead, children, footer }: EntranceProps) {
  usePageTitle(title)
  return (
    <div className="mx-auto grid max-w-lg gap-5 px-4 pt-8 sm:pt-14">
      <section className="overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
        <div aria-hidden="true" className="sheen h-1.5 bg-copper-fill" />
        <div className="grid gap-6 p-6 sm:p-9">
          <header className="grid gap-2">
            <KettleMark steaming className="mb-1 size-12 text-ink-soft" />
            <h1 className="text-3xl font-bold">{title}</h1>
            <p className="break-words text-ink-soft">{lead}</p>
          </header>
          {children}
        </div>
      </section>
      {footer && <p className="text-center text-ink-soft">{footer}</p>}
    </div>
  )
}

export const textLinkClass = 'font-semibold text-copper underline decoration-1 underline-offset-4 hover:decoration-2'
