import { KettleMark } from '@kettle/ui'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../language-switch.tsx'

/** What stands around everything that comes before the library. */
export function LoginFrame({
  title,
  text,
  notice,
  children,
  below,
}: {
  title: string
  text: string
  notice?: ReactNode
  children: ReactNode
  below?: ReactNode
}) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <div className="flex justify-end p-4">
        <LanguageSwitch />
      </div>
      <main className="mx-auto grid w-full max-w-md content-center gap-6 px-5 pb-16">
        <header className="grid justify-items-center gap-2 text-center">
          <KettleMark steaming className="size-20" />
          <h1 className="text-3xl font-bold">{title}</h1>
          <p className="text-balance text-ink-soft">{text}</p>
        </header>
        {notice}
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">{children}</div>
        {below}
      </main>
    </div>
  )
}

export const loginLink = 'rounded-md font-semibold text-copper underline-offset-4 hover:underline'
