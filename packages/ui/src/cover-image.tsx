import { classNames } from './class-names.ts'

type CoverImageProps = {
  src: string | null
  title: string
  /** `tall` 3:4 for cards, `wide` 12:5 for headers, `thumb` 3:4 for lists. */
  shape?: 'tall' | 'wide' | 'thumb'
  /** The first picture of a page loads at once and first; the rest wait until they are near. */
  eager?: boolean
  className?: string
}

const sizes = {
  tall: { width: 600, height: 800 },
  wide: { width: 1200, height: 500 },
  thumb: { width: 60, height: 80 },
}
/** The widths that the store keeps of a photograph; drawings come in one. */
const widths = { tall: [240, 480, 720], wide: [640, 1280, 1920], thumb: [240] }
/** How wide it is shown: a card of a grid, or a page's head. */
const shown = { tall: '(min-width: 40rem) 13rem, 45vw', wide: '(min-width: 64rem) 48rem, 100vw', thumb: '2rem' }
const shapes = { tall: 'aspect-3/4', wide: 'aspect-12/5', thumb: 'aspect-3/4' }
const washes = [
  'from-[#7c3a12] to-[#2a1a20]',
  'from-[#1d5a50] to-[#14202c]',
  'from-[#33406f] to-[#171a2c]',
  'from-[#6d2437] to-[#201523]',
]

/** A game's picture. Its place is kept before it arrives; a game without one gets its initial on copper or ink. */
export function CoverImage({ src, title, shape = 'tall', eager = false, className }: CoverImageProps) {
  const frame = classNames('block w-full object-cover', shapes[shape], className)
  if (src) {
    return (
      <img
        src={src}
        srcSet={pictureWidths(src, widths[shape])}
        sizes={shown[shape]}
        alt=""
        {...sizes[shape]}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        className={classNames(frame, 'bg-sunk')}
      />
    )
  }
  const wash = washes[[...title].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % washes.length]
  return (
    <span aria-hidden="true" className={classNames(frame, 'grid place-items-center bg-linear-160', wash)}>
      <span className={classNames('font-display font-bold text-steam/85', shape === 'thumb' ? 'text-lg' : 'text-6xl')}>
        {[...title.trim()][0]?.toUpperCase()}
      </span>
    </span>
  )
}

/** A srcset of `/pictures/<hash>/480.webp` in these of its widths; undefined for a picture that has only one. */
export function pictureWidths(src: string, all: number[]): string | undefined {
  const folder = /^(.*\/)\d+\.webp$/.exec(src)?.[1]
  return folder && all.map((width) => `${folder}${width}.webp ${width}w`).join(', ')
}
