import { choices, label, note } from '../drawing/interface.ts'
import { coverSize, gradient, headerSize, lettering, px, random, repeat, type Size, screenSize, svg } from '../svg.ts'

/** Noir: one tram, one lamp, a lot of rain. `x`, `y` is the middle of the tram's lower edge. */
function scene({ width, height }: Size, at: { x: number; y: number; scale: number }): string {
  const next = random(9)
  const houses = repeat(Math.ceil(width / 80), (i) => {
    const top = height * 0.3 + next() * height * 0.25
    const windows = repeat(5, () =>
      next() < 0.35
        ? `<rect x="${px(i * 80 + 10 + Math.floor(next() * 3) * 20)}" y="${px(top + 18 + Math.floor(next() * 6) * 30)}" width="10" height="16" fill="#e8b04a" opacity="0.7"/>`
        : '',
    )
    return `<rect x="${i * 80}" y="${px(top)}" width="80" height="${height}" fill="#14233a"/>${windows}`
  })
  const rain = repeat(170, () => {
    const x = next() * (width + 100)
    const y = next() * height
    const l = 14 + next() * 34
    return `<path d="M${px(x)} ${px(y)} l${px(-l * 0.28)} ${px(l)}" stroke="#a9c1de" stroke-width="${px(0.8 + next())}" opacity="${px(0.15 + next() * 0.35)}"/>`
  })
  const window = (x: number, who: string): string =>
    `<rect x="${x}" y="-176" width="62" height="74" rx="5" fill="#ffd98a"/>${who}`
  const passenger = (x: number): string =>
    `<circle cx="${x}" cy="-142" r="13" fill="#141b2a"/><path d="M${x - 22} -102 q22 -44 44 0z" fill="#141b2a"/>`
  const tram = `<g transform="translate(${at.x} ${at.y}) scale(${at.scale})">
    <path d="M-204 -62 L-700 -10 L-520 90Z" fill="url(#beam)" opacity="0.55"/>
    <path d="M-40 -236 L0 -290 L40 -236 M-160 -296 H900 M-160 -296 H-900" stroke="#2c3c57" stroke-width="4" fill="none"/>
    <path d="M-180 -216 h370 q24 0 24 24 v176 h-428 v-150 q4 -50 34 -50z" fill="#a32a38"/><path d="M-176 -236 h360 v22 h-370z" fill="#6d1a26"/><rect x="-214" y="-86" width="428" height="14" fill="#e9d9ad"/>
    ${window(-196, '')}${window(-118, passenger(-90))}${window(-40, '')}${window(38, '')}${window(116, passenger(150))}
    <rect x="-186" y="-210" width="52" height="24" rx="4" fill="#141b2a"/><text x="-160" y="-192" font-family="monospace" font-size="20" font-weight="700" fill="#ffb13d" text-anchor="middle">9</text>
    <circle cx="-204" cy="-58" r="12" fill="#fff2c4"/><circle cx="-204" cy="-58" r="30" fill="#fff2c4" opacity="0.35"/>
    <rect x="-180" y="-16" width="360" height="16" fill="#1b1116"/><circle cx="-110" cy="0" r="24" fill="#0b0d14"/><circle cx="-50" cy="0" r="24" fill="#0b0d14"/><circle cx="60" cy="0" r="24" fill="#0b0d14"/><circle cx="120" cy="0" r="24" fill="#0b0d14"/></g>`
  const ground = at.y + 22 * at.scale
  const puddle = repeat(
    26,
    (i) =>
      `<rect x="${px(at.x - 200 * at.scale + next() * 400 * at.scale)}" y="${px(ground + 12 + i * 7)}" width="${px(20 + next() * 90)}" height="3" fill="#ffd98a" opacity="${px(0.4 * (1 - i / 26))}"/>`,
  )
  return `<defs>${gradient('night', '#13233f', '#2d4f78', '#6d86a3')}<linearGradient id="beam" x1="1" y1="0" x2="0" y2="0"><stop offset="0" stop-color="#fff2c4"/><stop offset="1" stop-color="#fff2c4" stop-opacity="0"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#night)"/>${houses}<rect y="${ground}" width="${width}" height="${height}" fill="#0a1019"/>${puddle}${tram}${rain}`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 340, y: 620, scale: 1.06 }) +
      lettering('NIGHT TRAM', { x: 300, y: 130, size: 66, fill: '#f6ead0', family: 'serif', fit: 480 }) +
      lettering('No. 9', {
        x: 300,
        y: 206,
        size: 60,
        fill: '#ffb13d',
        family: 'serif',
        fit: 150,
        extra: 'font-style="italic"',
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 880, y: 410, scale: 1.05 }) +
      lettering('NIGHT TRAM', {
        x: 70,
        y: 130,
        size: 78,
        fill: '#f6ead0',
        family: 'serif',
        fit: 520,
        anchor: 'start',
      }) +
      lettering('No. 9', {
        x: 72,
        y: 212,
        size: 66,
        fill: '#ffb13d',
        family: 'serif',
        fit: 170,
        anchor: 'start',
        extra: 'font-style="italic"',
      }),
  )

const look = {
  ground: '#0a1019',
  ink: '#f6ead0',
  edge: '#6d86a3',
  accent: '#ffb13d',
  family: 'serif',
  radius: 4,
} as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 640, y: 560, scale: 1.5 }) +
        note({ x: 40, y: 40, width: 330, height: 150 }, ['NIGHT 4', 'Stops left: 5', 'Aboard: 2. Tickets: 3.'], look) +
        label('Second Street, which is closed', 1240, 76, look, {
          anchor: 'end',
          size: 26,
          extra: 'font-style="italic"',
        }),
    ),
  () =>
    svg(
      screenSize,
      `<rect width="1280" height="720" fill="#1b1116"/><rect y="80" width="1280" height="330" fill="#13233f"/>` +
        repeat(
          5,
          (i) => `<rect x="${40 + i * 250}" y="110" width="210" height="270" rx="16" fill="#6d86a3" opacity="0.5"/>`,
        ) +
        `<circle cx="395" cy="250" r="60" fill="#0b0d14"/><path d="M262 480Q280 296 395 296Q510 296 528 480Z" fill="#0b0d14"/><circle cx="374" cy="246" r="5" fill="#fff2c4"/><circle cx="414" cy="246" r="5" fill="#fff2c4"/>` +
        `<g transform="translate(900 300) rotate(6)"><rect x="-190" y="-100" width="380" height="220" fill="#e9d9ad"/><circle cx="-130" cy="60" r="16" fill="#1b1116"/></g>` +
        label('TICKET  No. 004', 740, 250, { ...look, ink: '#6d1a26' }, { size: 34, family: 'mono' }) +
        label('valid 31 II 1974', 750, 320, { ...look, ink: '#1b1116' }, { size: 26, family: 'mono' }) +
        choices(
          { x: 640, y: 480, width: 580, height: 200 },
          ['Punch it', 'Ask about the date', 'Do not look at seat four'],
          2,
          look,
        ) +
        note(
          { x: 60, y: 520, width: 520, height: 130 },
          ['Rule 11', 'Passengers cast reflections.', 'If not, wish them good night.'],
          look,
        ),
    ),
]
