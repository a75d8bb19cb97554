import { coverSize, headerSize, lettering, px, random, repeat, type Size, screenSize, svg } from '../svg.ts'

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

const look = { size: 44, fill: '#f7ecd0', weight: 900, anchor: 'start' as const }

/** A world on the route, with its orbit, as the game draws it. */
const world = (x: number, y: number, r: number, ink: string, stamped: boolean): string =>
  `<circle cx="${x}" cy="${y}" r="${r + 46}" fill="none" stroke="#f7ecd0" stroke-width="2" stroke-dasharray="2 8" stroke-linecap="round" opacity="0.5"/><circle cx="${x}" cy="${y}" r="${r}" fill="${ink}"/><path d="M${x} ${y - r}A${r} ${r} 0 0 1 ${x} ${y + r}A${r * 1.6} ${r * 1.6} 0 0 0 ${x} ${y - r}" fill="#10263b" opacity="0.3"/>` +
  (stamped
    ? `<path d="M${x - 14} ${y}l10 11l18 -22" fill="none" stroke="#f7ecd0" stroke-width="4"/>`
    : `<path d="M${x - 16} ${y - 11}h32v22h-32z" fill="#f7ecd0"/><path d="M${x - 16} ${y - 11}l16 13l16 -13" fill="none" stroke="#10263b" stroke-width="2.5"/>`)

const rocket = (x: number, y: number, turn: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-14 -7L-38 0L-14 7Z" fill="#f2a65a"/><path d="M-16 -15L-2 -7V7L-16 15Z" fill="#e4572e"/><path d="M24 0Q10 -13 -14 -9V9Q10 13 24 0Z" fill="#f7ecd0"/><circle cx="5" r="5" fill="#10263b"/></g>`

const comet = (x: number, y: number): string =>
  `<path d="M${x - 10} ${y - 4}L${x + 44} ${y - 34}L${x + 6} ${y + 9}Z" fill="#f4d58d" opacity="0.4"/><circle cx="${x}" cy="${y}" r="10" fill="#f4d58d"/>`

const storm = (y: number): string =>
  ['#7b3a3c', '#8c3048', '#58304f']
    .map(
      (ink, i) =>
        `<path d="M0 ${y + i * 30}${repeat(17, () => 'q20 -26 40 0t40 0')}V720H0Z" fill="${ink}" opacity="${[0.5, 0.7, 1][i]}"/>`,
    )
    .join('')

function flight(score: string, combo: string, shift: number): string {
  const next = random(50 + shift)
  const stars = repeat(
    110,
    () =>
      `<circle cx="${px(next() * 1280)}" cy="${px(next() * 720)}" r="${px(0.8 + next() * 1.6)}" fill="#f7ecd0" opacity="0.7"/>`,
  )
  return `<rect width="1280" height="720" fill="#10263b"/>${stars}${lettering(score, { ...look, x: 40, y: 70 })}${lettering(combo, { ...look, x: 130, y: 68, size: 28, fill: '#f2a65a' })}`
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      flight('47', 'express ×4', 1) +
        world(520, 560, 46, '#5fb3a1', true) +
        world(760, 360, 40, '#f2a65a', false) +
        world(560, 130, 36, '#e4572e', false) +
        comet(690, 230) +
        `<path d="M574 502L676 418" stroke="#f7ecd0" stroke-width="3" stroke-dasharray="4 12" opacity="0.6"/>` +
        rocket(640, 450, -40),
    ),
  () =>
    svg(
      screenSize,
      flight('112', 'express ×9', 2) +
        world(430, 480, 34, '#a8324a', true) +
        world(690, 300, 28, '#f4d58d', false) +
        world(880, 120, 26, '#5fb3a1', false) +
        comet(560, 380) +
        comet(800, 220) +
        rocket(486, 432, 60) +
        storm(600),
    ),
]
