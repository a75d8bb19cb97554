import { label, note } from '../drawing/interface.ts'
import { coverSize, headerSize, lettering, px, random, repeat, type Size, screenSize, svg } from '../svg.ts'

/** A wobbly closed contour, as an engraver would draw an island. */
function contour(x: number, y: number, r: number, seed: number, wobble: number): string {
  const next = random(seed)
  const phases = Array.from({ length: 5 }, () => next() * Math.PI * 2)
  const points = Array.from({ length: 90 }, (_, i) => {
    const a = (i / 90) * Math.PI * 2
    const noise = phases.reduce((sum, phase, k) => sum + Math.sin(a * (k + 2) + phase) / (k + 2), 0)
    const radius = r * (1 + noise * wobble)
    return `${px(x + Math.cos(a) * radius)} ${px(y + Math.sin(a) * radius * 0.86)}`
  })
  return `M${points.join('L')}Z`
}

function compass(x: number, y: number, r: number): string {
  const points = repeat(8, (i) => {
    const long = i % 2 ? 0.55 : 1
    return `<g transform="rotate(${i * 45})"><path d="M0 ${px(-r * long)} L${px(r * 0.13)} ${px(-r * 0.16)} L0 0Z" fill="#5b2c17"/><path d="M0 ${px(-r * long)} L${px(-r * 0.13)} ${px(-r * 0.16)} L0 0Z" fill="#efdcb2" stroke="#5b2c17" stroke-width="1.5"/></g>`
  })
  return `<g transform="translate(${x} ${y}) rotate(17)"><circle r="${r * 0.8}" fill="none" stroke="#5b2c17" stroke-width="2"/><circle r="${r * 0.74}" fill="none" stroke="#5b2c17" stroke-width="1"/>${points}</g>`
}

function scene(
  { width, height }: Size,
  island: { x: number; y: number; r: number },
  rose: { x: number; y: number },
): string {
  const next = random(4)
  const waves = repeat(80, () => {
    const [x, y] = [next() * width, next() * height]
    return Math.hypot(x - island.x, y - island.y) < island.r * 1.5
      ? ''
      : `<path d="M${px(x)} ${px(y)} q6 -7 12 0 t12 0" fill="none" stroke="#7a5a35" stroke-width="1.6" opacity="0.6"/>`
  })
  const shore = repeat(
    4,
    (i) =>
      `<path d="${contour(island.x, island.y, island.r * (1.06 + i * 0.06), 13, 0.28)}" fill="none" stroke="#4f7d78" stroke-width="1.4" opacity="${px(0.9 - i * 0.2)}"/>`,
  )
  const heights = repeat(
    6,
    (i) =>
      `<path d="${contour(island.x - i * island.r * 0.04, island.y - i * island.r * 0.05, island.r * (0.8 - i * 0.13), 13 + i, 0.24)}" fill="none" stroke="#8a4b22" stroke-width="1.3"/>`,
  )
  const { x, y, r } = island
  const route = `<path d="M${px(x - r * 0.8)} ${px(y + r * 0.62)} C${px(x - r * 0.2)} ${px(y + r * 0.1)} ${px(x - r * 0.5)} ${px(y - r * 0.5)} ${px(x)} ${px(y - r * 0.3)} S${px(x + r * 0.3)} ${px(y + r * 0.5)} ${px(x + r * 0.62)} ${px(y + r * 0.1)}" fill="none" stroke="#b3261e" stroke-width="4.5" stroke-dasharray="13 9"/><g transform="translate(${px(x + r * 0.64)} ${px(y + r * 0.1)})" stroke="#b3261e" stroke-width="9" stroke-linecap="round"><path d="M-16 -16 L16 16 M16 -16 L-16 16"/></g>`
  const monster = `<g transform="translate(${width * 0.17} ${height * 0.33})" fill="none" stroke="#4f7d78" stroke-width="5" stroke-linecap="round"><path d="M-30 20 q16 -48 32 0 M14 20 q14 -40 28 0"/><path d="M-50 20 C-56 -30 -86 -40 -76 -58 q16 -10 22 8"/><circle cx="-66" cy="-52" r="2"/></g>`
  return `<defs><radialGradient id="vellum"><stop offset="0" stop-color="#f8ebc8"/><stop offset="0.7" stop-color="#eed9a6"/><stop offset="1" stop-color="#c99f60"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#vellum)"/>${repeat(Math.ceil(width / 100), (i) => `<path d="M${i * 100} 0 V${height}" stroke="#b58f55" stroke-width="0.8"/>`)}${repeat(Math.ceil(height / 100), (i) => `<path d="M0 ${i * 100} H${width}" stroke="#b58f55" stroke-width="0.8"/>`)}${waves}${shore}
    <path d="${contour(x, y, r, 13, 0.28)}" fill="#e3cf8f" stroke="#5b2c17" stroke-width="3.5"/>${heights}${route}${monster}${compass(rose.x, rose.y, 72)}
    <rect x="16" y="16" width="${width - 32}" height="${height - 32}" fill="none" stroke="#5b2c17" stroke-width="7"/><rect x="27" y="27" width="${width - 54}" height="${height - 54}" fill="none" stroke="#5b2c17" stroke-width="1.5"/>`
}

const halo = 'stroke="#f3e2b6" stroke-width="12" paint-order="stroke"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 320, y: 430, r: 175 }, { x: 470, y: 690 }) +
      lettering('THE MAP', { x: 300, y: 120, size: 70, fill: '#5b2c17', family: 'serif', fit: 360, extra: halo }) +
      lettering('LIES', {
        x: 300,
        y: 208,
        size: 96,
        fill: '#b3261e',
        family: 'serif',
        fit: 230,
        extra: `font-style="italic" ${halo}`,
      }) +
      lettering('here be margins of error', {
        x: 210,
        y: 740,
        size: 24,
        fill: '#5b2c17',
        family: 'serif',
        weight: 400,
        extra: 'font-style="italic"',
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 800, y: 255, r: 165 }, { x: 1085, y: 390 }) +
      lettering('THE MAP', {
        x: 80,
        y: 160,
        size: 80,
        fill: '#5b2c17',
        family: 'serif',
        fit: 380,
        anchor: 'start',
        extra: halo,
      }) +
      lettering('LIES', {
        x: 250,
        y: 420,
        size: 110,
        fill: '#b3261e',
        family: 'serif',
        fit: 250,
        anchor: 'start',
        extra: `font-style="italic" ${halo}`,
      }),
  )

const look = {
  ground: '#f3e2b6',
  ink: '#5b2c17',
  edge: '#5b2c17',
  accent: '#b3261e',
  family: 'serif',
  radius: 2,
} as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 500, y: 370, r: 220 }, { x: 1130, y: 590 }) +
        note(
          { x: 880, y: 70, width: 340, height: 230 },
          [
            'FIVE WITNESSES',
            'The admiral: a harbour here',
            'The monk: no taverns',
            'The surveyor: 3 hills',
            'The smuggler: 2. Trust him.',
          ],
          look,
        ) +
        note({ x: 880, y: 330, width: 340, height: 120 }, ['THE PARROT', 'knows. Charges 5 g.'], look) +
        label('ford?', 430, 330, look, { size: 28, fill: '#b3261e', extra: 'font-style="italic"' }) +
        label('bog?', 580, 460, look, { size: 28, fill: '#b3261e', extra: 'font-style="italic"' }),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 330, y: 350, r: 150 }, { x: 120, y: 600 }) +
        `<g transform="translate(640 60) rotate(3)"><rect width="560" height="560" fill="#fbf1d4" stroke="#5b2c17" stroke-width="2"/></g>` +
        label('Ship’s log, the 9th', 680, 150, look, { size: 34, fill: '#b3261e', extra: 'font-style="italic"' }) +
        [
          'We came to the ford you had drawn,',
          'and it was a bog. The men sang',
          'until the second verse.',
          '',
          'The handwriting on the chart',
          'is admirably clear.',
        ]
          .map((text, i) => label(text, 680, 220 + i * 52, look, { size: 27, weight: 400 }))
          .join(''),
    ),
]
