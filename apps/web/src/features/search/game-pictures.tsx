import type { GamePage as Game } from '@kettle/api/client'
import { CoverImage, pictureWidths } from '@kettle/ui'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

const loadViewer = () => import('./picture-viewer.tsx')
const PictureViewer = lazy(loadViewer)

/** The game's header, and its screenshots as a strip below it. Each opens large, in a viewer whose code comes with the first look. */
export function Pictures({ game }: { game: Game }) {
  const { t } = useTranslation('game')
  const [shown, setShown] = useState<number>()
  const { title, header, screenshots } = game
  const open = (at: number) => ({
    onPointerEnter: () => void loadViewer(),
    onFocus: () => void loadViewer(),
    onClick: () => setShown(at),
  })
  const name = (at: number) => t('picture', { title, number: at + 1, total: screenshots.length })
  return (
    <div className="grid min-w-0 gap-3">
      <div className="-mx-4 -mt-4 sm:mx-0 sm:mt-0 sm:overflow-hidden sm:rounded-xl sm:shadow-pop">
        <CoverImage src={header} title={title} shape="wide" eager />
      </div>
      {screenshots.length > 0 && (
        <ul aria-label={t('pictures')} className="no-scrollbar -m-1 flex snap-x gap-2.5 overflow-x-auto p-1 sm:gap-3">
          {screenshots.map((src, at) => (
            <li key={src} className="w-26 shrink-0 snap-start sm:w-33">
              <button
                type="button"
                aria-label={name(at)}
                aria-haspopup="dialog"
                {...open(at)}
                className="block w-full cursor-zoom-in overflow-hidden rounded-lg transition hover:brightness-115"
              >
                <img
                  src={src}
                  srcSet={pictureWidths(src, [480])}
                  sizes="8.25rem"
                  alt=""
                  width={480}
                  height={270}
                  decoding="async"
                  className="aspect-video w-full bg-night-soft object-cover"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown !== undefined && (
        <Suspense>
          <PictureViewer title={title} pictures={screenshots} first={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
