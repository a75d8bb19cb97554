import { Children, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx'
import { useUi } from './provider.tsx'

type ShelfProps = {
  title: string
  /** Beside the title: "See all". */
  action?: ReactNode
  children: ReactNode
}

/** A titled row of cards: swiped on touch, tabbed by keyboard (focus scrolls it), paged by its two buttons. */
export function Shelf({ title, action, children }: ShelfProps) {
  const { words } = useUi()
  const id = useId()
  const row = useRef<HTMLUListElement>(null)
  const [overflows, setOverflows] = useState(false)
  const count = Children.count(children)
  useEffect(() => {
    if (!row.current) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setOverflows(entry.target.scrollWidth > entry.target.clientWidth),
    )
    observer.observe(row.current)
    return () => observer.disconnect()
  }, [count])
  const page = (direction: 1 | -1) =>
    row.current?.scrollBy({ left: direction * row.current.clientWidth * 0.8, behavior: 'smooth' })
  const arrow =
    'hidden size-9 place-items-center rounded-full border border-line bg-surface text-ink-soft transition hover:border-copper-fill hover:text-copper sm:grid'

  return (
    <section aria-labelledby={id} className="grid gap-4">
      <header className="flex min-h-9 items-center gap-3">
        <h2 id={id} className="text-2xl font-bold">
          {title}
        </h2>
        <span aria-hidden="true" className="h-px flex-1 bg-line" />
        {action}
        {overflows && (
          <>
            <button
              type="button"
              aria-label={`${title}: ${words.scrollBack}`}
              onClick={() => page(-1)}
              className={arrow}
            >
              <ChevronLeftIcon className="size-4" />
            </button>
            <button
              type="button"
              aria-label={`${title}: ${words.scrollForward}`}
              onClick={() => page(1)}
              className={arrow}
            >
              <ChevronRightIcon className="size-4" />
            </button>
          </>
        )}
      </header>
      <ul
        ref={row}
        className="no-scrollbar -mx-4 -my-2 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 py-2 sm:gap-5"
      >
        {Children.map(children, (card) => (
          <li className="w-[42vw] max-w-44 shrink-0 snap-start sm:w-44 sm:max-w-none lg:w-[calc((100%-6.25rem)/6)]">
            {card}
          </li>
        ))}
      </ul>
    </section>
  )
}
