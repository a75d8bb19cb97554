import { coverSize, headerSize, lettering, px, random, repeat, type Size, svg } from '../svg.ts'

/** A travel poster of the seventies: flat discs, four inks, a little grain. */
function scene({ width, height }: Size, sun: { x: number; y: number; r: number }): string {
  const next = random(42)
  const inks = ['#f4d58d', '#f2a65a', '#e4572e', '#a8324a', '#58304f']
  const rings = inks
    .map(
      (_ink, i) =>
        `<circle cx="${sun.x}" cy="${sun.y}" r="${px(sun.r * (1 - i * 0.17))}" fill="${inks[inks.length - 1 - i]}"/>`,
    )
    .join('')
  const stars = repeat(
    90,
    () =>
      `<circle cx="${px(next() * width)}" cy="${px(next() * height)}" r="${px(0.8 + next() * 1.8)}" fill="#f7ecd0" opacity="${px(0.4 + next() * 0.6)}"/>`,
  )
  const orbit = (r: number, turn: number, planet: number, ink: string): string => {
    const x = sun.x + Math.cos(turn) * r
    const y = sun.y + Math.sin(turn) * r * 0.42
    return `<ellipse cx="${sun.x}" cy="${sun.y}" rx="${r}" ry="${px(r * 0.42)}" fill="none" stroke="#f7ecd0" stroke-width="2.5" stroke-dasharray="2 9" stroke-linecap="round"/><circle cx="${px(x)}" cy="${px(y)}" r="${planet}" fill="${ink}"/><path d="M${px(x)} ${px(y - planet)} A${planet} ${planet} 0 0 1 ${px(x)} ${px(y + planet)} A${px(planet * 1.5)} ${px(planet * 1.5)} 0 0 0 ${px(x)} ${px(y - planet)}" fill="#10263b" opacity="0.35"/>`
  }
  const letter = `<g transform="translate(${sun.x + sun.r * 0.2} ${sun.y - sun.r * 0.25}) rotate(-24) scale(${px(sun.r / 150)})"><path d="M-250 62 Q-120 34 -60 14" stroke="#f7ecd0" stroke-width="5" stroke-dasharray="22 14" fill="none"/><path d="M-62 -42 h124 v84 h-124z" fill="#f7ecd0"/><path d="M-62 -42 L0 12 L62 -42" fill="none" stroke="#10263b" stroke-width="6"/><path d="M-62 42 L-16 -2 M62 42 L16 -2" stroke="#10263b" stroke-width="4"/><circle cx="0" cy="9" r="14" fill="#e4572e"/></g>`
  return `<rect width="${width}" height="${height}" fill="#10263b"/>${stars}${rings}${orbit(sun.r * 1.25, 2.6, 22, '#5fb3a1')}${orbit(sun.r * 1.62, 0.7, 34, '#f2a65a')}${orbit(sun.r * 2.05, 4.35, 16, '#f4d58d')}${letter}`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 345, r: 168 }) +
      `<rect y="640" width="600" height="160" fill="#f7ecd0"/>` +
      lettering('ORBITAL POST', { x: 300, y: 722, size: 66, fill: '#a8324a', fit: 510, weight: 900 }) +
      lettering('WE DELIVER. EVENTUALLY, YOU TOO.', {
        x: 300,
        y: 764,
        size: 22,
        fill: '#10263b',
        fit: 510,
        spacing: 2,
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 840, y: 240, r: 150 }) +
      lettering('ORBITAL', { x: 60, y: 225, size: 100, fill: '#f7ecd0', fit: 420, anchor: 'start', weight: 900 }) +
      lettering('POST', { x: 60, y: 320, size: 100, fill: '#f2a65a', fit: 250, anchor: 'start', weight: 900 }) +
      lettering('WE DELIVER. EVENTUALLY, YOU TOO.', {
        x: 62,
        y: 366,
        size: 20,
        fill: '#f7ecd0',
        fit: 415,
        anchor: 'start',
      }),
  )

/** 1280x720 each. */
export const screenshots: (() => string)[] = []
