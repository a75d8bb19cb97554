import { classNames } from '@kettle/ui'
import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/page-title.ts'

type PageProps = { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode; narrow?: boolean }

/** A page of one column under its heading. */
export function Page({ title, lead, action, children, narrow = false }: PageProps) {
  usePageTitle(title)
  return (
    <div className={classNames('mx-auto grid gap-7 px-4 pt-9', narrow ? 'max-w-3xl' : 'max-w-6xl')}>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1.5">
          <h1 className="text-4xl font-bold">{title}</h1>
          {lead && <p className="text-ink-soft">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  )
}
