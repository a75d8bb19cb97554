import { label, meter, note } from '../drawing/interface.ts'
import { coverSize, headerSize, lettering, random, repeat, type Size, screenSize, svg } from '../svg.ts'

const inks = ['#e63b2e', '#f2b705', '#1d4e89', '#1b1b1e', '#f4ede1', '#2a9d8f']

/** One tile of the composition: quarter circles, stripes, eyes. */
function tile(kind: number, x: number, y: number, s: number, ink: string, ground: string): string {
  const h = s / 2
  const shapes = [
    `<path d="M0 0 H${s} A${s} ${s} 0 0 1 0 ${s}Z" fill="${ink}"/>`,
    `<path d="M${s} 0 V${s} H0 A${s} ${s} 0 0 1 ${s} 0Z" fill="${ink}"/>`,
    `<circle cx="${h}" cy="${h}" r="${h}" fill="${ink}"/><circle cx="${h}" cy="${h}" r="${h * 0.45}" fill="${ground}"/>`,
    repeat(4, (i) => `<rect y="${i * (s / 4)}" width="${s}" height="${s / 8}" fill="${ink}"/>`),
    `<path d="M0 0 L${s} ${s} H0Z" fill="${ink}"/>`,
    `<path d="M0 ${h} A${h} ${h} 0 0 1 ${s} ${h}Z" fill="${ink}"/><path d="M0 ${s} A${h} ${h} 0 0 1 ${s} ${s}Z" fill="${ink}"/>`,
    `<path d="M0 ${h} Q${h} ${-h * 0.5} ${s} ${h} Q${h} ${s * 1.25} 0 ${h}Z" fill="${ink}"/><circle cx="${h}" cy="${h}" r="${h * 0.36}" fill="${ground}"/><circle cx="${h}" cy="${h}" r="${h * 0.16}" fill="${ink}"/>`,
  ]
  return `<g transform="translate(${x} ${y})"><rect width="${s}" height="${s}" fill="${ground}"/>${shapes[kind]}</g>`
}

function composition({ width, height }: Size, unit: number, from: { x: number; y: number }): string {
  const next = random(2027)
  const columns = Math.ceil((width - from.x) / unit)
  const rows = Math.ceil((height - from.y) / unit)
  return repeat(columns * rows, (i) => {
    const ground = Math.floor(next() * inks.length)
    const ink = (ground + 1 + Math.floor(next() * (inks.length - 1))) % inks.length
    return tile(
      Math.floor(next() * 7),
      from.x + (i % columns) * unit,
      from.y + Math.floor(i / columns) * unit,
      unit,
      inks[ink] ?? '',
      inks[ground] ?? '',
    )
  })
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    `<rect width="600" height="800" fill="#f4ede1"/>` +
      composition(coverSize, 120, { x: 0, y: 320 }) +
      lettering('BUREAU', { x: 40, y: 128, size: 108, fill: '#1b1b1e', fit: 520, anchor: 'start', weight: 900 }) +
      lettering('OF SMALL', { x: 40, y: 200, size: 62, fill: '#e63b2e', fit: 330, anchor: 'start', weight: 900 }) +
      lettering('MIRACLES', { x: 40, y: 282, size: 84, fill: '#1d4e89', fit: 520, anchor: 'start', weight: 900 }) +
      `<circle cx="500" cy="178" r="34" fill="#f2b705"/>`,
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    `<rect width="1200" height="500" fill="#f4ede1"/>` +
      composition(headerSize, 125, { x: 575, y: 0 }) +
      lettering('BUREAU', { x: 50, y: 180, size: 116, fill: '#1b1b1e', fit: 470, anchor: 'start', weight: 900 }) +
      lettering('OF SMALL', { x: 50, y: 262, size: 68, fill: '#e63b2e', fit: 330, anchor: 'start', weight: 900 }) +
      lettering('MIRACLES', { x: 50, y: 356, size: 92, fill: '#1d4e89', fit: 470, anchor: 'start', weight: 900 }) +
      `<circle cx="460" cy="238" r="32" fill="#f2b705"/>`,
  )

const look = {
  ground: '#f4ede1',
  ink: '#1b1b1e',
  edge: '#1b1b1e',
  accent: '#e63b2e',
  family: 'sans',
  radius: 0,
} as const

/** A miracle as it lies in the hand. */
const card = (x: number, y: number, kind: number, name: string, cost: number): string =>
  `<rect x="${x}" y="${y}" width="200" height="280" fill="#f4ede1" stroke="#1b1b1e" stroke-width="4"/>` +
  tile(kind, x + 20, y + 20, 160, inks[kind % 5] ?? '', inks[(kind + 2) % 5] ?? '') +
  label(name, x + 100, y + 220, look, { anchor: 'middle', size: 18 }) +
  repeat(cost, (i) => `<circle cx="${x + 100 + (i - (cost - 1) / 2) * 30}" cy="${y + 250}" r="10" fill="#e63b2e"/>`)

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      `<rect width="1280" height="720" fill="#2a9d8f"/>` +
        note(
          { x: 50, y: 50, width: 360, height: 180 },
          ['PRAYER 4 of 9', 'A farmer: rain, today', 'Reward: a jar of honey'],
          look,
        ) +
        note(
          { x: 450, y: 50, width: 360, height: 180 },
          ['PRAYER 5 of 9', 'A bride: no rain, today', 'Reward: an invitation'],
          look,
        ) +
        note(
          { x: 850, y: 50, width: 380, height: 180 },
          ['BUDGET', 'Miracles left: 2 of 3', 'Audit in 11 days'],
          look,
        ) +
        meter({ x: 872, y: 190, width: 336, height: 18 }, 0.66, look) +
        ['Green Wave', 'Found Banknote', 'Very Good Hair', 'Local Drizzle', 'Late Bus, Early']
          .map((name, i) => card(90 + i * 226, 370, i, name, (i % 3) + 1))
          .join(''),
    ),
  () =>
    svg(
      screenSize,
      composition(screenSize, 160, { x: 0, y: 0 }) +
        note(
          { x: 340, y: 130, width: 600, height: 440 },
          [
            'QUARTER CLOSED',
            'Keys found: 31',
            'First snow, on request: 1',
            'Buses that came: 12',
            'Receipts missing: 1',
            '',
            'One card was about',
            'somebody you know.',
          ],
          look,
          34,
        ),
    ),
]
