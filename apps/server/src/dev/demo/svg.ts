/** Drawing helpers for the demo store's covers. All of it is text: no fonts, pictures or scripts from elsewhere. */

export interface Size {
  width: number
  height: number
}

export const coverSize: Size = { width: 600, height: 800 }
export const headerSize: Size = { width: 1200, height: 500 }

const families = {
  serif: "Georgia, 'DejaVu Serif', 'Times New Roman', serif",
  sans: "'Arial Black', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
  mono: "'Courier New', 'DejaVu Sans Mono', monospace",
}

/** A whole SVG document around `body`. */
export function svg(size: Size, body: string): string {
  const { width, height } = size
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`
}

/** A repeatable stream of numbers in [0, 1) (mulberry32): the same seed always draws the same cover. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` drawings in a row, joined. */
export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

/** A coordinate with one decimal: keeps the files small. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export interface Lettering {
  x: number
  y: number
  size: number
  fill: string
  family?: keyof typeof families
  anchor?: 'start' | 'middle' | 'end'
  /** Width in user units: squeezes or stretches whatever font the machine has to the drawn layout. */
  fit?: number
  weight?: number
  spacing?: number
  extra?: string
}

/** One line of lettering. */
export function lettering(text: string, style: Lettering): string {
  const { x, y, size, fill, family = 'sans', anchor = 'middle', fit, weight = 700, spacing, extra = '' } = style
  const fitted = fit ? ` textLength="${fit}" lengthAdjust="spacingAndGlyphs"` : ''
  const spaced = spacing ? ` letter-spacing="${spacing}"` : ''
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${px(x)}" y="${px(y)}" font-family="${families[family]}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}"${fitted}${spaced} ${extra}>${escaped}</text>`
}

/** A vertical gradient with evenly spaced colours, to be used as `url(#id)`. */
export function gradient(id: string, ...colours: string[]): string {
  const stops = colours.map(
    (colour, i) => `<stop offset="${px((i / (colours.length - 1)) * 100)}%" stop-color="${colour}"/>`,
  )
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`
}

/** A closed ridge line (mountains, dunes, waves) from edge to edge, filled down to the bottom. */
export function ridge(size: Size, base: number, rise: number, fill: string, seed: number, steps = 14): string {
  const next = random(seed)
  const points = Array.from(
    { length: steps + 1 },
    (_, i) => `${px((i / steps) * size.width)},${px(base - next() * rise)}`,
  )
  return `<polygon fill="${fill}" points="0,${size.height} ${points.join(' ')} ${size.width},${size.height}"/>`
}
