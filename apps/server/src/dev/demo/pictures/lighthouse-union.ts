import { label, meter, note } from '../drawing/interface.ts'
import { at, circle, coverSize, headerSize, lettering, path, polygon, rect, repeat, screenSize, svg } from '../svg.ts'

const [red, ink, paper, sand, lamp] = ['#d1301f', '#191614', '#efe3cb', '#cdbb98', '#f6c445']

/** A striped tower whose foot stands on `x`, `y`. */
function tower(x: number, y: number, scale: number, turn = 0): string {
  const stripe = (from: number, to: number): string => {
    const half = (h: number): number => 72 - (h / 420) * 30
    return polygon(
      [
        [-half(from), -from],
        [-half(to), -to],
        [half(to), -to],
        [half(from), -from],
      ],
      red,
    )
  }
  return at(
    x,
    y,
    path('M-72 0L-42-420H42L72 0Z', paper) +
      stripe(40, 110) +
      stripe(180, 250) +
      stripe(320, 390) +
      path('M14 0L8-420H42L72 0Z', ink, 'opacity="0.28"') +
      rect(-64, -446, 128, 26, ink) +
      rect(-36, -522, 72, 76, lamp) +
      path('M-36-522V-446M0-522V-446M36-522V-446', 'none', `stroke="${ink}" stroke-width="6"`) +
      path('M-50-520Q0-584 50-520Z', ink) +
      rect(-4, -580, 8, 30, ink) +
      rect(-14, -60, 28, 60, ink),
    { scale, turn },
  )
}

function beam(x: number, y: number, angle: number, spread: number, length: number, fill: string, opacity = 1): string {
  const end = (degrees: number): [number, number] => [
    x + Math.cos((degrees * Math.PI) / 180) * length,
    y + Math.sin((degrees * Math.PI) / 180) * length,
  ]
  return polygon([[x, y], end(angle - spread), end(angle + spread)], fill, `opacity="${opacity}"`)
}

/** Keepers in a row: caps, shoulders, each with a lamp held up. */
function keepers(count: number, x: number, y: number, step: number, scale: number, fill = ink): string {
  return repeat(count, (i) =>
    at(
      x + i * step,
      y + (i % 2) * 10 * scale,
      path('M-44 90Q-44 20 0 16Q44 20 44 90Z', fill) +
        circle(0, -8, 25, fill) +
        path('M-30-14H30V-24Q0-50-30-24Z', fill) +
        path('M28 50L46-50H56L50 56Z', fill) +
        rect(38, -80, 26, 30, lamp) +
        rect(36, -86, 30, 6, fill),
      { scale },
    ),
  )
}

const slogan = (text: string, x: number, y: number, size: number, fit: number, turn: number, light = false): string =>
  at(
    x,
    y,
    rect(-14, -size * 0.92, fit + 28, size * 1.16, light ? paper : red) +
      lettering(text, { x: 0, y: 0, size, fill: light ? ink : paper, fit, anchor: 'start', weight: 900 }),
    { turn },
  )

const words = (x: number, y: number, size: number, width: number): string =>
  slogan('LIGHTHOUSE', x, y, size, width, -9, true) +
  slogan("KEEPERS'", x + size * 0.2, y + size * 1.2, size * 0.9, width * 0.72, -9) +
  slogan('UNION', x + size * 0.42, y + size * 2.3, size * 0.9, width * 0.48, -9)

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    rect(0, 0, 600, 800, sand) +
      circle(400, 330, 250, red) +
      polygon(
        [
          [0, 800],
          [0, 610],
          [600, 470],
          [600, 800],
        ],
        ink,
      ) +
      beam(408, 176, 196, 9, 700, paper) +
      beam(408, 176, 152, 5, 800, lamp, 0.85) +
      tower(360, 640, 0.86, 8) +
      keepers(7, 30, 700, 90, 1, '#40362f') +
      words(36, 150, 64, 400),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    rect(0, 0, 1200, 500, sand) +
      circle(930, 200, 230, red) +
      polygon(
        [
          [0, 500],
          [0, 440],
          [1200, 300],
          [1200, 500],
        ],
        ink,
      ) +
      beam(936, 62, 190, 7, 1000, paper) +
      beam(936, 62, 20, 9, 500, lamp, 0.85) +
      tower(900, 430, 0.68, 6) +
      keepers(9, 420, 440, 92, 0.8, '#40362f') +
      words(60, 170, 70, 450),
  )

const look = { ground: paper, ink, edge: ink, accent: red, family: 'sans', radius: 0 } as const

/** Eleven lights of one coast; those on strike are dark. */
function coast(): string {
  const shore = 'M0 470L120 440L210 500L330 430L420 470L560 380L640 420L760 330L860 360L900 300V720H0Z'
  const lights: [number, number, boolean][] = [
    [120, 440, true],
    [330, 430, false],
    [560, 380, true],
    [760, 330, true],
  ]
  const ship = (x: number, y: number, fill: string): string =>
    at(x, y, path('M-46 0H46L30 24H-34Z', fill) + rect(-18, -18, 30, 18, paper) + rect(-4, -38, 10, 20, red))
  return (
    rect(0, 0, 1280, 720, '#23414a') +
    repeat(9, (i) =>
      path(`M0 ${40 + i * 44}H900`, 'none', 'stroke="#2f535d" stroke-width="3" stroke-dasharray="40 26"'),
    ) +
    lights.map(([x, y, on]) => (on ? beam(x, y - 92, 250 + x / 12, 8, 420, lamp, 0.5) : '')).join('') +
    path(shore, ink) +
    path(shore, 'none', `stroke="${red}" stroke-width="8"`) +
    lights.map(([x, y, on]) => tower(x, y + 16, 0.2) + (on ? '' : circle(x, y - 82, 9, ink))).join('') +
    ship(250, 240, ink) +
    ship(520, 170, '#5c5148') +
    ship(690, 90, ink) +
    label('STRIKE, DAY 3', 40, 70, look, { size: 34, fill: paper, weight: 900 })
  )
}

const demand = (y: number, text: string, share: number): string =>
  label(text, 950, y, look, { size: 22 }) + meter({ x: 950, y: y + 14, width: 280, height: 20 }, share, look)

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      coast() +
        rect(900, 0, 380, 720, paper) +
        rect(900, 0, 380, 96, red) +
        label('DEMANDS', 950, 64, look, { size: 40, fill: paper, weight: 900 }) +
        demand(150, 'Lamp oil, unwatered', 0.84) +
        demand(230, 'One free night a year', 0.5) +
        demand(310, 'Stairs: a ceiling', 0.22) +
        demand(390, 'Gulls off the payroll', 0.65) +
        note(
          { x: 930, y: 470, width: 320, height: 130 },
          ['HARBOUR BOARD', 'offers: a framed photo', 'of the stairs'],
          look,
        ) +
        rect(930, 624, 150, 60, red) +
        label('REFUSE', 952, 664, look, { fill: paper, size: 26 }) +
        rect(1100, 624, 150, 60, ink) +
        label('LAUGH', 1130, 664, look, { fill: paper, size: 26 }),
    ),
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, ink) +
        beam(640, 40, 90, 42, 900, '#7c1d14') +
        beam(640, 40, 90, 20, 900, red) +
        rect(500, 230, 280, 120, paper) +
        keepers(1, 640, 150, 0, 1.3, '#2c2724') +
        label('MOTION 7', 540, 290, look, { size: 40, weight: 900 }) +
        label('“Fog is overtime”', 530, 326, look, { size: 22 }) +
        repeat(3, (row) =>
          keepers(
            12 + row,
            60 - row * 26,
            440 + row * 100,
            108 - row * 6,
            0.9 + row * 0.16,
            ['#4a2a22', '#33221d', '#221a17'][row],
          ),
        ) +
        meter({ x: 340, y: 30, width: 600, height: 26 }, 0.71, { ...look, edge: paper }) +
        label('FOR 32', 340, 88, look, { fill: paper }) +
        label('AGAINST 12, FOG 1', 940, 88, look, { fill: paper, anchor: 'end' }),
    ),
]
