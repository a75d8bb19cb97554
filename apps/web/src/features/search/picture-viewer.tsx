import { ChevronLeftIcon, ChevronRightIcon, CloseIcon, pictureWidths, useUi } from '@kettle/ui'
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A finger that went so far across meant the next picture, in pixels. */
const swipeLength = 45

/** A picture and the widths that the store keeps of it. */
type Picture = { src: string; widths: number[] }

type PictureViewerProps = { title: string; pictures: Picture[]; first: number; onClose: () => void }

/** Pictures one at a time over all of the window: arrows, Home and End, a swipe, Escape. The last is followed by the first. */
export default function PictureViewer({ title, pictures, first, onClose }: PictureViewerProps) {
  const { t } = useTranslation('game')
  const { words } = useUi()
  const [at, setAt] = useState(first)
  const dialog = useRef<HTMLDialogElement>(null)
  const start = useRef<{ x: number; y: number }>(undefined)
  const total = pictures.length
  const go = (step: number) => setAt((place) => (place + step + total) % total)
  const picture = pictures[at]

  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  // The neighbours, so that the next step shows at once.
  useEffect(() => {
    for (const step of [1, -1]) {
      const { src, widths } = pictures[(at + step + total) % total] as Picture
      const next = new Image()
      next.sizes = '100vw'
      next.srcset = pictureWidths(src, widths) ?? src
    }
  }, [at, pictures, total])

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowRight: () => go(1),
      ArrowLeft: () => go(-1),
      Home: () => setAt(0),
      End: () => setAt(total - 1),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  const onPointerUp = (event: PointerEvent) => {
    const from = start.current
    start.current = undefined
    if (!from) return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.abs(x) > swipeLength && Math.abs(x) > Math.abs(y)) go(x < 0 ? 1 : -1)
  }
  const buttonClass =
    'grid size-12 shrink-0 place-items-center rounded-full text-steam transition hover:bg-night-soft hover:text-ember'
  return (
    <dialog
      ref={dialog}
      aria-label={t('picturesOf', { title })}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-night text-steam"
    >
      <div className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto]">
        <header className="flex items-center gap-3 px-4 py-2">
          <p className="min-w-0 flex-1 truncate font-semibold">{title}</p>
          <p role="status" className="text-steam-soft tabular-nums">
            {total > 1 && <span className="sr-only">{t('pictureWord')} </span>}
            {total > 1 && t('pictureOf', { number: at + 1, total })}
          </p>
          <button type="button" aria-label={words.close} onClick={onClose} className={buttonClass}>
            <CloseIcon />
          </button>
        </header>
        <div
          onPointerDown={(event) => {
            start.current = { x: event.clientX, y: event.clientY }
          }}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            start.current = undefined
          }}
          className="min-h-0 touch-pan-y select-none"
        >
          {picture && (
            <img
              key={picture.src}
              src={picture.src}
              srcSet={pictureWidths(picture.src, picture.widths)}
              sizes="100vw"
              alt={t('picture', { title, number: at + 1, total })}
              draggable={false}
              className="size-full object-contain"
            />
          )}
        </div>
        <div className="flex justify-center gap-4 py-2">
          {total > 1 && (
            <>
              <button type="button" aria-label={t('previous')} onClick={() => go(-1)} className={buttonClass}>
                <ChevronLeftIcon />
              </button>
              <button type="button" aria-label={t('next')} onClick={() => go(1)} className={buttonClass}>
                <ChevronRightIcon />
              </button>
            </>
          )}
        </div>
      </div>
    </dialog>
  )
}
