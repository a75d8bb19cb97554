import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { LibraryGame } from '../../shared/views.ts'

export type Look = 'grid' | 'list'

const TILE_WIDTH = 152
const TILE_GAP = 20
const ROW_GAP = { grid: 32, list: 8 }
const LIST_ROW_HEIGHT = 82
/** Below a cover: title of one or two lines, and how it stands. */
const TILE_TEXT_HEIGHT = 62

/** Games in rows, of which only those near the screen exist: thousands scroll as smoothly as a dozen. */
export function LibraryShelf({
  games,
  look,
  label,
  children,
}: {
  games: readonly LibraryGame[]
  look: Look
  label: string
  children: (game: LibraryGame) => ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [{ width, top }, setPlace] = useState({ width: 0, top: 0 })
  useLayoutEffect(() => {
    const measure = (): void => {
      const box = frame.current?.getBoundingClientRect()
      if (box) setPlace({ width: box.width, top: box.top + window.scrollY })
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (frame.current) watcher.observe(frame.current)
    return () => watcher.disconnect()
  }, [])

  const columns = look === 'list' ? 1 : Math.max(2, Math.floor((width + TILE_GAP) / (TILE_WIDTH + TILE_GAP)))
  const tileWidth = (width - (columns - 1) * TILE_GAP) / columns
  const rows = useWindowVirtualizer({
    count: width > 0 ? Math.ceil(games.length / columns) : 0,
    estimateSize: () => (look === 'list' ? LIST_ROW_HEIGHT : (tileWidth * 4) / 3 + TILE_TEXT_HEIGHT),
    gap: ROW_GAP[look],
    overscan: 3,
    scrollMargin: top,
    getItemKey: (index) => `${look}-${columns}-${games[index * columns]?.id}`,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a list's own markup would not survive.
    <div ref={frame} role="list" aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          ref={rows.measureElement}
          data-index={index}
          role="presentation"
          className="absolute inset-x-0 top-0 grid gap-x-5"
          style={{
            transform: `translateY(${start - top}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {games.slice(index * columns, (index + 1) * columns).map((game, column) => (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            <div
              key={game.id}
              role="listitem"
              aria-setsize={games.length}
              aria-posinset={index * columns + column + 1}
              className="min-w-0"
            >
              {children(game)}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
