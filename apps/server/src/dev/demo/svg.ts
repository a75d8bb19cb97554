/** Drawing helpers for the demo store's covers. All of it is text: no fonts, pictures or scripts from elsewhere. */

export interface Size {
  width: number
  height: number
}

export const coverSize: Size = { width: 600, height: 800 }
export const headerSize: Size = { width: 1200, height: 500 }
export const screenSize: Size = { width: 1280, height: 720 }

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

/** Letters one line after another in one style, which may go by their colour: `title(text, x, y, size, width, colour, anchor)`. */
export const titles =
  (style: (fill: string) => Pick<Lettering, 'family' | 'weight' | 'extra'>) =>
  (text: string, x: number, y: number, size: number, fit: number, fill: string, anchor: 'start' | 'middle'): string =>
    lettering(text, { x, y, size, fill, fit, anchor, ...style(fill) })

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

/** Shapes in one line each. `extra` holds further attributes. */
export function rect(x: number, y: number, width: number, height: number, fill: string, extra = ''): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}"${spaced(extra)}/>`
}

export function circle(x: number, y: number, r: number, fill: string, extra = ''): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" fill="${fill}"${spaced(extra)}/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, extra = ''): string {
  return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(rx)}" ry="${px(ry)}" fill="${fill}"${spaced(extra)}/>`
}

export function path(d: string, fill: string, extra = ''): string {
  return `<path d="${d}" fill="${fill}"${spaced(extra)}/>`
}

/** An open line with round ends. */
export function line(d: string, stroke: string, width: number, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${spaced(extra)}/>`
}

export type Point = readonly [x: number, y: number]

export function polygon(points: readonly Point[], fill: string, extra = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')}" fill="${fill}"${spaced(extra)}/>`
}

/** A group at a place, turned by degrees and scaled. */
export function at(x: number, y: number, body: string, { scale = 1, turn = 0, flip = false } = {}): string {
  const turned = turn ? ` rotate(${px(turn)})` : ''
  const scaled = scale !== 1 || flip ? ` scale(${flip ? -scale : scale} ${scale})` : ''
  return `<g transform="translate(${px(x)} ${px(y)})${turned}${scaled}">${body}</g>`
}

const spaced = (extra: string): string => extra && ` ${extra}`

/** `count` drawings with a random stream of their own, joined. */
export function scatter(count: number, seed: number, draw: (next: () => number, index: number) => string): string {
  const next = random(seed)
  return repeat(count, (index) => draw(next, index))
}

/** The smooth closed outline of a pebble, an island, a cloud: a circle that wobbles by `rough` of its radius. */
export function blob(x: number, y: number, r: number, seed: number, rough = 0.2, corners = 9): string {
  const next = random(seed)
  const points = Array.from({ length: corners }, (_, i): Point => {
    const angle = (i / corners) * Math.PI * 2
    const far = r * (1 - rough / 2 + next() * rough)
    return [x + Math.cos(angle) * far, y + Math.sin(angle) * far]
  })
  return smooth(points)
}

/** A closed curve through the middles of a polygon's sides. */
export function smooth(points: readonly Point[]): string {
  const middle = (i: number): Point => {
    const [a, b] = [points[i % points.length], points[(i + 1) % points.length]]
    return a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : [0, 0]
  }
  const [x, y] = middle(0)
  const bends = points.map((_, i) => {
    const [corner, to] = [points[(i + 1) % points.length], middle(i + 1)]
    return `Q${px(corner?.[0] ?? 0)} ${px(corner?.[1] ?? 0)} ${px(to[0])} ${px(to[1])}`
  })
  return `M${px(x)} ${px(y)}${bends.join('')}Z`
}
