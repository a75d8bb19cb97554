import { coverSize, headerSize, lettering, px, random, repeat, type Size, svg } from '../svg.ts'

/** Stacked traces of a hydrophone. Something large passes through the middle of them. */
function traces(box: { x: number; y: number; width: number; height: number }, lines: number): string {
  const next = random(303)
  return repeat(lines, (line) => {
    const base = box.y + (line / lines) * box.height
    const strength = Math.sin((line / lines) * Math.PI) ** 1.4
    const lumps = Array.from({ length: 5 }, () => ({
      at: 0.5 + (next() - 0.5) * 0.42,
      wide: 0.025 + next() * 0.05,
      tall: (20 + next() * 66) * strength,
    }))
    const points = Array.from({ length: 91 }, (_, i) => {
      const t = i / 90
      const lump = lumps.reduce((sum, l) => sum + l.tall * Math.exp(-(((t - l.at) / l.wide) ** 2)), 0)
      return `${Math.round(box.x + t * box.width)} ${Math.round(base - lump - next() * 3)}`
    })
    return `<path d="M${points.join('L')}" fill="#04110f" stroke="#6dffb3" stroke-width="2.2" stroke-linejoin="round"/>`
  })
}

function scene({ width, height }: Size, box: { x: number; y: number; width: number; height: number }): string {
  const scan = repeat(
    Math.ceil(height / 5),
    (i) => `<rect y="${i * 5}" width="${width}" height="1.4" fill="#000" opacity="0.35"/>`,
  )
  const grid = repeat(
    9,
    (i) =>
      `<path d="M${px(box.x + (i / 8) * box.width)} ${box.y - 50} v${box.height + 80}" stroke="#1c5a45" stroke-width="1"/>`,
  )
  return `<defs><radialGradient id="glow"><stop offset="0" stop-color="#0d3a2e"/><stop offset="1" stop-color="#020a09"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#glow)"/>${grid}${traces(box, 26)}${scan}`
}

const glow = 'style="text-shadow:0 0 14px #6dffb3"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 50, y: 150, width: 500, height: 430 }) +
      lettering('DEEP STATIC', { x: 300, y: 700, size: 62, fill: '#c9ffe3', family: 'mono', fit: 480, extra: glow }) +
      lettering('3 012 m   //   contact: unidentified', {
        x: 300,
        y: 742,
        size: 20,
        fill: '#6dffb3',
        family: 'mono',
        fit: 480,
        weight: 400,
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 560, y: 110, width: 600, height: 340 }) +
      lettering('DEEP', {
        x: 70,
        y: 220,
        size: 104,
        fill: '#c9ffe3',
        family: 'mono',
        fit: 300,
        anchor: 'start',
        extra: glow,
      }) +
      lettering('STATIC', {
        x: 70,
        y: 320,
        size: 104,
        fill: '#c9ffe3',
        family: 'mono',
        fit: 440,
        anchor: 'start',
        extra: glow,
      }) +
      lettering('contact: unidentified', {
        x: 72,
        y: 366,
        size: 24,
        fill: '#6dffb3',
        family: 'mono',
        fit: 436,
        anchor: 'start',
        weight: 400,
      }),
  )

/** 1280x720 each. */
export const screenshots: (() => string)[] = []
