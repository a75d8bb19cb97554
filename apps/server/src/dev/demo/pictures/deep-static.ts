import { label, note } from '../drawing/interface.ts'
import { coverSize, headerSize, lettering, px, random, repeat, type Size, screenSize, svg } from '../svg.ts'

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

const look = {
  ground: '#04110f',
  ink: '#c9ffe3',
  edge: '#1c5a45',
  accent: '#6dffb3',
  family: 'mono',
  radius: 0,
} as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 80, y: 150, width: 740, height: 440 }) +
        note(
          { x: 890, y: 70, width: 340, height: 230 },
          ['DEPTH  3 012 m', 'HEADING  114°', 'HULL  complaining', 'CONTACTS  1 (or 2)'],
          look,
          24,
        ) +
        note(
          { x: 890, y: 330, width: 340, height: 190 },
          ['LISTENER', '“It answered before', 'we pinged.”'],
          look,
          24,
        ) +
        label('HYDROPHONE 7 OF 9', 80, 100, look, { size: 26 }) +
        label('> silent running_', 80, 668, look, { size: 26, fill: look.accent }),
    ),
  () =>
    svg(
      screenSize,
      `<rect width="1280" height="720" fill="#020a09"/>` +
        repeat(
          7,
          (i) => `<circle cx="520" cy="360" r="${(i + 1) * 46}" fill="none" stroke="#1c5a45" stroke-width="2"/>`,
        ) +
        `<path d="M520 360L${520 + 322} 360M520 38V682M198 360H842" stroke="#1c5a45" stroke-width="2"/><path d="M520 360L760 150A322 322 0 0 1 838 310Z" fill="#6dffb3" opacity="0.25"/>` +
        repeat(
          5,
          (i) =>
            `<circle cx="${620 + i * 34}" cy="${260 - i * 18}" r="${4 + i * 2}" fill="#6dffb3" opacity="${px(0.3 + i * 0.16)}"/>`,
        ) +
        `<path d="M250 520Q400 430 470 500T640 560T820 470" fill="none" stroke="#6dffb3" stroke-width="3" stroke-dasharray="4 10"/>` +
        label('ridge, by hand', 300, 600, look, { size: 20 }) +
        note(
          { x: 890, y: 90, width: 340, height: 260 },
          ['CHART', 'what you draw is what', 'you will steer by', '', 'range 800 m, closing'],
          look,
          24,
        ) +
        label('hydrophone 6 went quiet at 02:14', 890, 420, look, { size: 17, fill: look.accent }),
    ),
]
