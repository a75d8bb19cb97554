import type { ReactNode } from 'react'

/** The page under components: as wide as a form, one below the other. */
export function Sheet({ title = 'Kettle', children }: { title?: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid max-w-xl justify-items-start gap-5 p-4">
      <h1 className="text-2xl font-bold">{title}</h1>
      {children}
    </main>
  )
}
