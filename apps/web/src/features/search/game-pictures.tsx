import type { GamePage as Game } from '@kettle/api/client'
import { CoverImage, pictureWidths } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../lib/lazy-part.tsx'

const loadViewer = () => import('./picture-viewer.tsx')
const PictureViewer = lazyDialog(loadViewer)

/** The widths that the store keeps of a header and of a screenshot. */
const headerWidths = [640, 1280, 1920]
const screenshotWidths = [480, 960, 1920]

/** The game's header, and its screenshots as a strip below it. Each opens large, in a viewer whose code comes with the first look. */
export function Pictures({ game }: { game: Game }) {
  const { t } = useTranslation('game')
  const [shown, setShown] = useState<number>()
  const { title, header, screenshots } = game
  const pictures = [
    ...(header ? [{ src: header, widths: headerWidths }] : []),
    ...screenshots.map((src) => ({ src, widths: screenshotWidths })),
  ]
  const open = (at: number) => ({
    'aria-label': t('picture', { title, number: at + 1, total: pictures.length }),
    'aria-haspopup': 'dialog' as const,
    onPointerEnter: () => void loadViewer(),
    onFocus: () => void loadViewer(),
    onClick: () => setShown(at),
  })
  return (
    <div className="grid min-w-0 gap-3">
      <div className="-mx-4 -mt-4 sm:mx-0 sm:mt-0 sm:overflow-hidden sm:rounded-xl sm:shadow-pop">
        {header ? (
          <button type="button" {...open(0)} className="block w-full cursor-zoom-in">
            <CoverImage src={header} title={title} shape="wide" eager />
          </button>
        ) : (
          <CoverImage src={null} title={title} shape="wide" />
        )}
      </div>
      {screenshots.length > 0 && (
        <ul aria-label={t('pictures')} className="no-scrollbar -m-1 flex snap-x gap-2.5 overflow-x-auto p-1 sm:gap-3">
          {screenshots.map((src, at) => (
            <li key={src} className="w-26 shrink-0 snap-start sm:w-33">
              <button
                type="button"
                {...open(at + pictures.length - screenshots.length)}
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
        <PictureViewer title={title} pictures={pictures} first={shown} onClose={() => setShown(undefined)} />
      )}
    </div>
  )
}
