import { CoverImage } from '@kettle/ui'
import type { ReactNode } from 'react'
import type { InstallView } from '../../shared/views.ts'
import { gamePath } from '../lib/route.ts'

/** A line of the downloads: cover, title, a word on it, and what can be done. */
export function DownloadRow({
  install,
  cover,
  actions,
  children,
}: {
  install: InstallView
  cover: string | null
  actions: ReactNode
  children?: ReactNode
}) {
  return (
    <li className="grid grid-cols-[2.5rem_1fr] items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface p-3 sm:grid-cols-[2.5rem_1fr_auto]">
      <CoverImage src={cover} title={install.title} shape="thumb" className="rounded-md" />
      <div className="grid min-w-0 gap-1">
        <a href={gamePath(install.gameId)} className="truncate rounded-md font-semibold hover:text-copper">
          {install.title}
        </a>
        {children}
      </div>
      <div className="col-span-full flex flex-wrap gap-1 sm:col-span-1">{actions}</div>
    </li>
  )
}
