import { label } from '../drawing/interface.ts'
import {
  at,
  blob,
  circle,
  coverSize,
  ellipse,
  headerSize,
  lettering,
  line,
  path,
  px,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
} from '../svg.ts'

/** One sheet of a shadow theatre: paper with a hole, and leaves along its edge that lean into the light. */
function sheet(size: Size, fill: string, x: number, y: number, r: number, wide: number, seed: number): string {
  const hole = `M-20-20H${size.width + 20}V${size.height + 20}H-20Z${blob(0, 0, r, seed, 0.3, 11)}`
  const outline = `M${px(-4 * size.width)} ${-4 * size.height}H${4 * size.width}V${4 * size.height}H${px(-4 * size.width)}Z`
  const leaves = scatter(26, seed + 1, (next, i) => {
    const angle = (i / 26) * 360 + next() * 10
    const far = r * (0.9 + next() * 0.14)
    return `<g transform="rotate(${px(angle)}) translate(${px(far)} 0) rotate(${px(150 + next() * 60)})">${path(`M0 0Q${px(r * 0.12)} ${px(-r * 0.07)} ${px(r * 0.26)} 0Q${px(r * 0.12)} ${px(r * 0.07)} 0 0Z`, fill)}</g>`
  })
  return `<g transform="translate(${x} ${y}) scale(${wide} 1)">${path(`${outline}${hole.slice(hole.lastIndexOf('Z', hole.length - 2) + 1)}`, fill, 'fill-rule="evenodd"')}${leaves}</g>`
}

function moth(x: number, y: number, scale: number, turn: number, wing = '#fff1c9'): string {
  const half =
    path('M4-6C40-70 110-66 104-22C100 6 60 14 8 6C50 16 66 50 44 60C20 66 6 34 2 10Z', wing) +
    circle(72, -30, 9, '#c9772b') +
    circle(36, 36, 6, '#c9772b') +
    line('M10-2Q50-30 88-34', '#d99a4e', 2)
  return at(
    x,
    y,
    half +
      `<g transform="scale(-1 1)">${half}</g>` +
      ellipse(0, 4, 8, 30, '#3b2416') +
      circle(0, -28, 9, '#3b2416') +
      line('M-3-34Q-18-56-30-54M3-34Q18-56 30-54', '#3b2416', 3),
    { scale, turn },
  )
}

function lantern(x: number, y: number, scale: number): string {
  return at(
    x,
    y,
    circle(0, 0, 150, '#ffdf8a', 'opacity="0.35"') +
      circle(0, 0, 100, '#fff0bd', 'opacity="0.5"') +
      line('M0-96V-800', '#2a1510', 5) +
      line('M-28-62Q0-120 28-62', '#2a1510', 7) +
      path('M-44-62H44L34-44H-34Z', '#2a1510') +
      path('M-36-44H36L44 56H-44Z', '#fff6d8') +
      path('M0 40C-26 22-8-4 0-26C8-4 26 22 0 40Z', '#ff9d2e') +
      line('M-36-44L-44 56M36-44L44 56M0-44V56', '#2a1510', 5) +
      path('M-52 56H52L44 78H-44Z', '#2a1510'),
    { scale },
  )
}

interface Stage {
  x: number
  y: number
  r: number
  wide?: number
  inks?: readonly string[]
  glow?: readonly [string, string]
}

const forest = ['#e58a2f', '#b5591f', '#71331c', '#3c1d16', '#1d0f0e'] as const
const cave = ['#3fa99a', '#22787a', '#14505a', '#0d3440', '#081d27'] as const
const attic = ['#c07ab8', '#8c4c94', '#5d2f72', '#391d4e', '#1d0f2c'] as const

function stage(size: Size, { x, y, r, wide = 1, inks = forest, glow = ['#fffbe0', '#ffc45a'] }: Stage): string {
  return (
    `<defs><radialGradient id="glow"><stop offset="0" stop-color="${glow[0]}"/><stop offset="1" stop-color="${glow[1]}"/></radialGradient></defs>` +
    rect(0, 0, size.width, size.height, inks[0] ?? '') +
    ellipse(x, y, r * 0.95 * wide, r * 0.95, 'url(#glow)') +
    inks.map((ink, i) => sheet(size, ink, x, y, r * (0.72 + i * 0.13), wide, 11 + i * 7)).join('')
  )
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    stage(coverSize, { x: 300, y: 400, r: 300 }) +
      lantern(300, 440, 0.95) +
      moth(214, 344, 0.95, -24) +
      lettering('MOTH', { x: 300, y: 118, size: 92, fill: '#ffd98a', family: 'serif', fit: 300, spacing: 6 }) +
      lettering('& LANTERN', { x: 300, y: 736, size: 64, fill: '#ffd98a', family: 'serif', fit: 400 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    stage(headerSize, { x: 800, y: 250, r: 240, wide: 1.35 }) +
      lantern(840, 270, 0.85) +
      moth(730, 200, 0.95, -24) +
      lettering('MOTH', { x: 70, y: 230, size: 120, fill: '#ffd98a', family: 'serif', fit: 330, anchor: 'start' }) +
      lettering('& LANTERN', { x: 72, y: 320, size: 70, fill: '#e58a2f', family: 'serif', fit: 330, anchor: 'start' }),
  )

const look = { ground: '#000', ink: '#fff1c9', edge: '#fff1c9', accent: '#ffc45a', family: 'serif', radius: 8 } as const

/** Ledges of a level, cut from the foremost paper. */
function ledges(fill: string, seed: number, places: readonly (readonly [number, number, number])[]): string {
  return places
    .map(
      ([x, y, wide], i) =>
        path(
          `M${x} ${y}Q${x + wide / 2} ${y - 16} ${x + wide} ${y}L${x + wide - 30} ${y + 46}Q${x + wide / 2} ${y + 90} ${x + 34} ${y + 40}Z`,
          fill,
        ) +
        scatter(5, seed + i, (next) => {
          const at = x + 14 + next() * (wide - 30)
          return line(
            `M${px(at)} ${y}q${px(next() * 14 - 7)} -18 ${px(next() * 20 - 10)} ${px(-22 - next() * 26)}`,
            fill,
            4,
          )
        }),
    )
    .join('')
}

function level(inks: readonly string[], glow: [string, string], seed: number, sparks: number, name: string): string {
  const front = inks[4] ?? ''
  return svg(
    screenSize,
    stage(screenSize, { x: 640, y: 350, r: 400, wide: 1.6, inks, glow }) +
      ledges(inks[3] ?? '', seed + 9, [
        [520, 250, 180],
        [860, 190, 150],
      ]) +
      ledges(front, seed, [
        [140, 470, 260],
        [480, 400 + seed * 6, 210],
        [770, 330, 190],
        [1000, 450, 200],
        [380, 610, 520],
      ]) +
      lantern(870, 260, 0.5) +
      moth(560, 300 + seed * 5, 0.55, 30) +
      scatter(14, seed + 3, (next) =>
        circle(300 + next() * 700, 160 + next() * 300, 2 + next() * 4, '#fff6d8', 'opacity="0.9"'),
      ) +
      repeat(5, (i) => moth(64 + i * 56, 66, 0.26, 0, i < sparks ? '#ffd98a' : '#6b5a4c')) +
      label(name, 1220, 72, look, { anchor: 'end', size: 26, extra: 'font-style="italic"' }),
  )
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () => level(forest, ['#fffbe0', '#ffc45a'], 2, 4, 'Act I. The Orchard, After Hours'),
  () => level(cave, ['#f0fff4', '#9fe3c0'], 7, 2, 'Act II. The Well of Small Echoes'),
  () => level(attic, ['#fff0fb', '#f2b8d8'], 12, 3, 'Act III. Somebody Else’s Attic'),
]
