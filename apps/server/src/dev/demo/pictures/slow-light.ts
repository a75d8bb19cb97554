import { choices, label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  gradient,
  headerSize,
  lettering,
  line,
  type Point,
  path,
  polygon,
  px,
  random,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
} from '../svg.ts'

const [deep, gold, pale, ember] = ['#0b1430', '#d9b66a', '#f3e7c6', '#e2704a']

const heaven = (size: Size, count: number): string =>
  `<defs>${gradient('deep', '#0a1027', '#14224d', '#0a1027')}</defs>${rect(0, 0, size.width, size.height, 'url(#deep)')}` +
  scatter(count, 19, (next) =>
    circle(next() * size.width, next() * size.height, 0.5 + next() * 1.5, pale, `opacity="${px(0.3 + next() * 0.7)}"`),
  )

const sparkle = (x: number, y: number, r: number, fill = pale): string =>
  path(
    `M${px(x)} ${px(y - r)}Q${px(x + r * 0.12)} ${px(y - r * 0.12)} ${px(x + r)} ${px(y)}Q${px(x + r * 0.12)} ${px(y + r * 0.12)} ${px(x)} ${px(y + r)}Q${px(x - r * 0.12)} ${px(y + r * 0.12)} ${px(x - r)} ${px(y)}Q${px(x - r * 0.12)} ${px(y - r * 0.12)} ${px(x)} ${px(y - r)}Z`,
    fill,
  )

/** A circle divided like an old instrument. */
function dial(x: number, y: number, r: number, marks: number): string {
  const ticks = repeat(marks, (i) => {
    const angle = (i / marks) * Math.PI * 2
    const long = i % 10 === 0 ? 22 : i % 5 === 0 ? 14 : 8
    return `M${px(x + Math.cos(angle) * r)} ${px(y + Math.sin(angle) * r)}L${px(x + Math.cos(angle) * (r - long))} ${px(y + Math.sin(angle) * (r - long))}`
  })
  return `<g fill="none" stroke="${gold}">${circle(x, y, r, 'none', 'stroke-width="3"')}${circle(x, y, r - 26, 'none', 'stroke-width="1"')}<path d="${ticks}" stroke-width="1.4"/></g>`
}

/** How far an order has travelled, year by year. */
const waves = (x: number, y: number, step: number, count: number): string =>
  repeat(count, (i) =>
    circle(
      x,
      y,
      (i + 1) * step,
      'none',
      `stroke="${gold}" stroke-width="${px(2.2 - i * 0.16)}" stroke-dasharray="2 ${4 + i * 2}" stroke-linecap="round" opacity="${px(0.95 - i * 0.09)}"`,
    ),
  )

/** The ruler of eleven suns, whose orders are always late: a crowned figure made of stars. */
function sovereign(x: number, y: number, scale: number): string {
  const stars: readonly Point[] = [
    [0, -190],
    [-34, -150],
    [34, -150],
    [0, -110],
    [-90, -80],
    [90, -80],
    [-130, 20],
    [150, -10],
    [-50, 30],
    [50, 30],
    [-80, 170],
    [0, 150],
    [84, 176],
    [-40, -224],
    [0, -244],
    [40, -224],
  ]
  const bonds: readonly (readonly [number, number])[] = [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
    [3, 4],
    [3, 5],
    [4, 6],
    [5, 7],
    [3, 8],
    [3, 9],
    [8, 10],
    [9, 12],
    [10, 11],
    [11, 12],
    [13, 1],
    [15, 2],
    [13, 0],
    [15, 0],
    [14, 0],
  ]
  return at(
    x,
    y,
    path(
      'M0-190Q60-170 34-110Q110-90 96 20Q110 120 100 200Q0 230-100 200Q-110 100-96 20Q-110-90-34-110Q-60-170 0-190Z',
      gold,
      'opacity="0.1"',
    ) +
      line(bonds.map(([a, b]) => `M${stars[a]?.join(' ')}L${stars[b]?.join(' ')}`).join(''), gold, 1.8) +
      stars.map(([sx, sy], i) => sparkle(sx, sy, i === 0 || i === 14 ? 17 : 11, i === 7 ? ember : pale)).join('') +
      circle(150, -10, 26, 'none', `stroke="${ember}" stroke-width="2"`),
    { scale },
  )
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    heaven(coverSize, 190) +
      dial(300, 380, 262, 120) +
      waves(300, 380, 29, 8) +
      sovereign(300, 390, 0.92) +
      rect(20, 20, 560, 760, 'none', `stroke="${gold}" stroke-width="3"`) +
      rect(30, 30, 540, 740, 'none', `stroke="${gold}" stroke-width="1"`) +
      lettering('SLOW LIGHT', { x: 300, y: 716, size: 66, fill: pale, family: 'serif', weight: 400, fit: 470 }) +
      lettering('a strategy of late letters', {
        x: 300,
        y: 752,
        size: 22,
        fill: gold,
        family: 'serif',
        weight: 400,
        extra: 'font-style="italic"',
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    heaven(headerSize, 220) +
      dial(860, 250, 226, 120) +
      waves(860, 250, 26, 8) +
      sovereign(860, 258, 0.78) +
      rect(16, 16, 1168, 468, 'none', `stroke="${gold}" stroke-width="3"`) +
      lettering('SLOW LIGHT', {
        x: 70,
        y: 250,
        size: 88,
        fill: pale,
        family: 'serif',
        weight: 400,
        fit: 480,
        anchor: 'start',
      }) +
      lettering('a strategy of late letters', {
        x: 74,
        y: 300,
        size: 28,
        fill: gold,
        family: 'serif',
        weight: 400,
        anchor: 'start',
        extra: 'font-style="italic"',
      }),
  )

const look = { ground: deep, ink: pale, edge: gold, accent: gold, family: 'serif', radius: 3 } as const

const world = (x: number, y: number, name: string, age: string, r = 14): string =>
  circle(x, y, r, gold) +
  circle(x, y, r + 7, 'none', `stroke="${gold}" stroke-width="1.5"`) +
  label(name, x + r + 16, y + 2, look, { size: 20 }) +
  label(age, x + r + 16, y + 24, look, { size: 16, fill: '#9fb0dd', weight: 400 })

/** An arm of the galaxy, star by star. */
function arms(x: number, y: number, count: number): string {
  const next = random(7)
  return repeat(count, (i) => {
    const t = (i / count) * 3.4
    const angle = t * 1.7 + (i % 2) * Math.PI
    const far = 40 + t * 130
    return circle(
      x + Math.cos(angle) * far + (next() - 0.5) * 90,
      y + (Math.sin(angle) * far + (next() - 0.5) * 90) * 0.6,
      0.8 + next() * 2,
      ['#cfd9ff', '#ffe6b0', '#ffc2a6'][i % 3] ?? pale,
      `opacity="${px(0.4 + next() * 0.6)}"`,
    )
  })
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      heaven(screenSize, 90) +
        arms(520, 370, 260) +
        waves(420, 400, 46, 7) +
        world(420, 400, 'The Chair', 'now', 18) +
        world(640, 260, 'Ostrova', 'as of 9 years ago') +
        world(720, 470, 'Little Kettle', 'as of 12 years ago') +
        world(240, 190, 'Vesper', 'as of 14 years ago') +
        world(180, 560, 'Debt', 'as of 22 years ago') +
        line('M420 400L640 260', ember, 3, 'stroke-dasharray="3 9"') +
        sparkle(548, 318, 12, ember) +
        note(
          { x: 930, y: 40, width: 310, height: 200 },
          ['YEAR 412 OF THE REIGN', 'Suns 11, loyal 9', '(the other two may be', 'loyal by now)'],
          look,
        ) +
        note(
          { x: 930, y: 260, width: 310, height: 170 },
          ['ORDER IN FLIGHT', 'to Ostrova: “Peace.”', 'arrives in 5 years'],
          look,
        ) +
        meter({ x: 952, y: 390, width: 266, height: 14 }, 0.44, look) +
        choices(
          { x: 930, y: 450, width: 310, height: 220 },
          ['Send a fleet', 'Send an heir', 'Wait for the light'],
          2,
          look,
        ),
    ),
  () =>
    svg(
      screenSize,
      heaven(screenSize, 140) +
        dial(300, 360, 250, 120) +
        waves(300, 360, 30, 7) +
        sovereign(300, 366, 0.86) +
        rect(620, 70, 590, 580, pale) +
        rect(632, 82, 566, 556, 'none', `stroke="${gold}" stroke-width="2"`) +
        repeat(8, (i) =>
          label(
            [
              'To the Chair, from Debt.',
              'Sent in the year 390.',
              '',
              'We have received your order to',
              'surrender. We had already won.',
              'We shall surrender at once,',
              'if you still wish it. Kindly',
              'reply before your grandson rules.',
            ][i] ?? '',
            670,
            150 + i * 46,
            { ...look, ink: '#2b2440' },
            { size: 29, weight: 400 },
          ),
        ) +
        circle(1110, 570, 46, ember) +
        polygon(
          [
            [1110, 545],
            [1122, 580],
            [1096, 580],
          ],
          pale,
        ),
    ),
]
