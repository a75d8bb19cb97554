import { coverSize, headerSize, lettering, px, repeat, type Size, screenSize, svg } from '../svg.ts'

function snail(x: number, y: number, scale: number, shell: string, number: string): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})" stroke="#161616" stroke-width="7" stroke-linejoin="round" stroke-linecap="round">
    <path d="M-150 60 C-60 40 40 50 96 44 C104 0 110 -44 140 -62 C176 -70 196 -40 186 -10 C176 40 150 66 96 70 L-150 70Z" fill="#ffe08a"/>
    <path d="M138 -60 L120 -112 M164 -62 L178 -112" fill="none"/><circle cx="118" cy="-118" r="15" fill="#fff"/><circle cx="180" cy="-118" r="15" fill="#fff"/><circle cx="123" cy="-116" r="5" fill="#161616"/><circle cx="185" cy="-116" r="5" fill="#161616"/>
    <path d="M98 -126 h106 M112 -132 q34 -34 82 0" fill="none"/><path d="M158 -14 q14 10 26 -4" fill="none"/>
    <circle cx="-10" cy="-28" r="86" fill="${shell}"/><path d="M-10 -28 m-62 20 a62 62 0 1 1 120 -20 a46 46 0 1 1 -90 -6" fill="none"/>
    <circle cx="-12" cy="-30" r="37" fill="#fff"/></g>${lettering(number, { x: x - 12 * scale, y: y - 14 * scale, size: 48 * scale, fill: '#161616', weight: 900 })}`
}

/** Loud comic print: rays, halftone dots, black outlines. */
function scene({ width, height }: Size, focus: { x: number; y: number }): string {
  const far = width + height
  const rays = repeat(22, (i) => {
    const a = (i / 22) * Math.PI * 2
    const point = (angle: number): string =>
      `${px(focus.x + Math.cos(angle) * far)},${px(focus.y + Math.sin(angle) * far)}`
    return `<polygon points="${focus.x},${focus.y} ${point(a)} ${point(a + 0.143)}" fill="#ffb703"/>`
  })
  const step = 28
  const columns = Math.ceil(width / step) + 1
  const dots = repeat(columns * Math.ceil(height / step), (i) => {
    const x = (i % columns) * step + (Math.floor(i / columns) % 2) * (step / 2)
    const y = Math.floor(i / columns) * step
    const r = Math.min(12, (y / height) ** 2 * 13)
    return r < 1.5 ? '' : `<circle cx="${x}" cy="${y}" r="${px(r)}"/>`
  })
  return `<rect width="${width}" height="${height}" fill="#ffdd3c"/>${rays}<g fill="#fb5607" opacity="0.75">${dots}</g>`
}

function flag(x: number, y: number, rows: number, columns: number, unit: number): string {
  return repeat(rows * columns, (i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    return `<rect x="${x + column * unit}" y="${y + row * unit}" width="${unit}" height="${unit}" fill="${(row + column) % 2 ? '#161616' : '#fff'}"/>`
  })
}

const outline = 'stroke="#161616" stroke-width="16" paint-order="stroke" stroke-linejoin="round" transform="rotate(-5)"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 430 }) +
      snail(200, 430, 0.8, '#3a86ff', '7') +
      snail(330, 600, 1.25, '#e5383b', '1') +
      flag(0, 720, 2, 15, 40) +
      lettering('SNAIL', { x: 285, y: 190, size: 150, fill: '#fff', fit: 460, weight: 900, extra: outline }) +
      lettering('GRAND PRIX', { x: 285, y: 278, size: 76, fill: '#ff006e', fit: 460, weight: 900, extra: outline }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 860, y: 260 }) +
      snail(740, 210, 0.7, '#3a86ff', '7') +
      snail(930, 330, 1.15, '#e5383b', '1') +
      flag(0, 440, 2, 40, 30) +
      lettering('SNAIL', {
        x: 50,
        y: 226,
        size: 160,
        fill: '#fff',
        fit: 470,
        anchor: 'start',
        weight: 900,
        extra: outline,
      }) +
      lettering('GRAND PRIX', {
        x: 46,
        y: 324,
        size: 84,
        fill: '#ff006e',
        fit: 490,
        anchor: 'start',
        weight: 900,
        extra: outline,
      }),
  )

const big = (
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string =>
  lettering(text, {
    x,
    y,
    size,
    fill,
    anchor,
    weight: 900,
    extra: 'stroke="#161616" stroke-width="10" paint-order="stroke" stroke-linejoin="round"',
  })

const lane = (y: number, fill: string): string =>
  `<rect y="${y}" width="1280" height="150" fill="${fill}"/><path d="M0 ${y + 150}H1280" stroke="#161616" stroke-width="6" stroke-dasharray="40 30"/>`

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      `<rect width="1280" height="720" fill="#9bd65c"/>` +
        lane(120, '#86c64a') +
        lane(270, '#78b940') +
        lane(420, '#86c64a') +
        flag(1120, 120, 12, 3, 37.5) +
        snail(640, 210, 0.62, '#3a86ff', '7') +
        snail(760, 360, 0.62, '#e5383b', '1') +
        snail(540, 510, 0.62, '#ffb703', '4') +
        big('LAP 1 OF 1', 40, 80, 52, '#fff') +
        big('11 cm to go', 1240, 80, 52, '#ffdd3c', 'end') +
        big('“He is thinking about it!”', 640, 668, 44, '#fff', 'middle'),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 640, y: 380 }) +
        snail(640, 330, 1, '#e5383b', '1') +
        snail(320, 450, 0.8, '#3a86ff', '7') +
        snail(980, 480, 0.7, '#ffb703', '4') +
        flag(0, 640, 2, 32, 40) +
        big('PHOTO FINISH', 640, 120, 96, '#fff', 'middle') +
        big('by 0.4 mm', 640, 190, 52, '#ff006e', 'middle'),
    ),
]
