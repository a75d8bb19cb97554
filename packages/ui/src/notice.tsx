import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { AlertIcon, CheckIcon } from './icons.tsx'

type NoticeTone = 'plain' | 'good' | 'bad'

const tones: Record<NoticeTone, string> = {
  plain: 'bg-copper-wash text-ink',
  good: 'bg-patina-wash text-patina',
  bad: 'bg-danger-wash text-danger',
}

/** A message in the flow of a page or form; a bad one interrupts screen readers, the others wait. */
export function Notice({ tone = 'plain', children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2.5 rounded-lg px-4 py-3', tones[tone])}
    >
      {tone === 'bad' && <AlertIcon className="mt-0.5 size-5 shrink-0" />}
      {tone === 'good' && <CheckIcon className="mt-0.5 size-5 shrink-0" />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
