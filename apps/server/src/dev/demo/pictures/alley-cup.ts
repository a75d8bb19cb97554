import { label } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  headerSize,
  lettering,
  px,
  random,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
  titles,
} from '../svg.ts'

const [white, yellow, blue, pink, green] = ['#f4f1e6', '#f7d94c', '#7cc4f2', '#f58fb0', '#9fdc8a']

/** A line as chalk leaves it: three passes that do not quite agree, full of holes. */
function chalk(d: string, colour: string, width = 7): string {
  const pass = (shift: number, dash: string, opacity: number): string =>
    `<path d="${d}" transform="translate(${shift} ${-shift})" stroke-dasharray="${dash}" opacity="${opacity}"/>`
  return `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${pass(0, '26 3 9 4 40 2', 0.85)}${pass(1.8, '6 5 14 9', 0.45)}${pass(-1.6, '3 8 18 6', 0.4)}</g>`
}

const ring = (x: number, y: number, r: number): string =>
  `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 0 ${px(r * 2)} 0a${px(r)} ${px(r)} 0 1 0 ${px(-r * 2)} 0`

/** A patch rubbed in with the side of the chalk. */
function rubbed(x: number, y: number, width: number, height: number, colour: string, seed: number): string {
  const next = random(seed)
  return chalk(
    `M${px(x)} ${px(y)}${repeat(Math.round(height / 9), (i) => `L${px(x + (i % 2 ? 0 : width) + next() * 8)} ${px(y + (i + 1) * 9)}`)}`,
    colour,
    5,
  )
}

const asphalt = ({ width, height }: Size): string =>
  rect(0, 0, width, height, '#474a50') +
  scatter(230, 14, (next) =>
    rect(
      Math.round(next() * width),
      Math.round(next() * height),
      2 + Math.round(next() * 2),
      2,
      next() < 0.5 ? '#565a61' : '#3a3d42',
    ),
  ) +
  `<path d="M${width * 0.1} ${height}L${width * 0.16} ${height * 0.8}L${width * 0.13} ${height * 0.68}L${width * 0.2} ${height * 0.6}" fill="none" stroke="#33363b" stroke-width="5"/>`

/** A footballer of a few strokes. `kick` is the side of the raised leg. */
function kid(x: number, y: number, scale: number, shirt: string, number: string, kick: 1 | -1): string {
  return at(
    x,
    y,
    chalk(ring(0, -190, 34), white) +
      chalk('M-14-194h1M14-194h1M-12-174q12 10 24 0', white, 6) +
      chalk(`M-30-216q8-26 30-20q24-6 30 22`, yellow, 8) +
      rubbed(-38, -148, 72, 74, shirt, 4) +
      chalk('M-42-150H42V-70H-42Z', white) +
      chalk(`M-42-144L${-86} -104M42-144L${84} -150`, white) +
      chalk(`M${-18 * kick}-70L${-30 * kick} 0H${-48 * kick}`, white) +
      chalk(`M${18 * kick}-70L${74 * kick}-40L${100 * kick}-62`, white) +
      lettering(number, { x: 0, y: -94, size: 44, fill: white, weight: 900 }),
    { scale },
  )
}

function ball(x: number, y: number, r: number): string {
  return (
    circle(x, y, r, '#474a50') +
    chalk(ring(x, y, r), white) +
    chalk(
      `M${px(x)} ${px(y - r * 0.4)}l${px(r * 0.38)} ${px(r * 0.28)}l${px(-r * 0.14)} ${px(r * 0.44)}h${px(-r * 0.48)}l${px(-r * 0.14)} ${px(-r * 0.44)}Z`,
      white,
      5,
    ) +
    chalk(
      `M${px(x)} ${px(y - r * 0.4)}V${px(y - r)}M${px(x + r * 0.38)} ${px(y - r * 0.12)}L${px(x + r * 0.9)} ${px(y - r * 0.4)}M${px(x - r * 0.38)} ${px(y - r * 0.12)}L${px(x - r * 0.9)} ${px(y - r * 0.4)}`,
      white,
      5,
    )
  )
}

/** A goal is two schoolbags and a quarrel. */
const bag = (x: number, y: number, colour: string): string =>
  rubbed(x - 30, y - 60, 60, 56, colour, 9) +
  chalk(`M${x - 36} ${y}V${y - 60}Q${x} ${y - 90} ${x + 36} ${y - 60}V${y}ZM${x - 14} ${y - 74}q14-26 28 0`, white, 6)

const cup = (x: number, y: number, scale: number): string =>
  at(
    x,
    y,
    rubbed(-36, -130, 70, 70, yellow, 6) +
      chalk(
        'M-46-140H46Q44-60 0-48Q-44-60-46-140ZM0-48V-16M-30 0H30L20-16H-20ZM-46-126Q-84-120-70-90Q-62-76-36-80M46-126Q84-120 70-90Q62-76 36-80',
        yellow,
      ),
    { scale },
  )

const words = titles((fill) => ({
  weight: 900,
  extra: `stroke="${fill}" stroke-width="3" stroke-dasharray="14 3 5 3" fill-opacity="0.82"`,
}))

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    asphalt(coverSize) +
      chalk('M40 690H560M40 330H560M40 330V690M560 330V690', white, 8) +
      chalk(ring(300, 510, 104), white) +
      bag(130, 356, blue) +
      bag(470, 356, pink) +
      kid(210, 650, 1.14, blue, '7', 1) +
      kid(430, 620, 0.86, pink, '3', -1) +
      ball(352, 660, 32) +
      words('ALLEY', 300, 130, 112, 470, white, 'middle') +
      words('CUP', 236, 240, 112, 290, yellow, 'middle') +
      cup(470, 246, 0.7) +
      chalk('M60 748Q300 770 540 744', green, 8),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    asphalt(headerSize) +
      chalk('M540 60H1160V450H540Z', white, 8) +
      chalk(ring(850, 250, 92), white) +
      bag(620, 150, blue) +
      bag(620, 380, pink) +
      kid(780, 420, 1.06, blue, '7', 1) +
      kid(1040, 400, 0.94, pink, '3', -1) +
      ball(912, 410, 30) +
      words('ALLEY', 60, 200, 116, 420, white, 'start') +
      words('CUP', 60, 330, 116, 270, yellow, 'start') +
      cup(420, 330, 0.72),
  )

const look = { ground: '#33363b', ink: white, edge: white, accent: yellow, family: 'sans', radius: 0 } as const

/** Seen from the third floor: a head, a shirt, a shadow. */
const fromAbove = (x: number, y: number, shirt: string, number: string): string =>
  rubbed(x - 24, y - 18, 48, 36, shirt, 12) +
  chalk(ring(x, y, 28), white, 6) +
  lettering(number, { x, y: y + 9, size: 26, fill: white, weight: 900 })

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      asphalt(screenSize) +
        chalk('M120 120H1160V640H120ZM640 120V640', white, 8) +
        chalk(ring(640, 380, 90), white) +
        bag(150, 330, blue) +
        bag(150, 490, blue) +
        bag(1130, 330, pink) +
        bag(1130, 490, pink) +
        [
          [300, 250, '4'],
          [420, 470, '7'],
          [560, 330, '9'],
        ]
          .map(([x, y, n]) => fromAbove(Number(x), Number(y), blue, String(n)))
          .join('') +
        [
          [760, 280, '3'],
          [900, 500, '5'],
          [1010, 380, '1'],
        ]
          .map(([x, y, n]) => fromAbove(Number(x), Number(y), pink, String(n)))
          .join('') +
        ball(640, 316, 18) +
        chalk('M640 316Q760 200 900 240', yellow, 5) +
        label('YARD No. 12', 130, 76, look, { size: 38, fill: blue }) +
        label('2 : 2', 640, 84, look, { size: 54, anchor: 'middle' }) +
        label('THE GARAGES', 1150, 76, look, { size: 38, anchor: 'end', fill: pink }) +
        label('until somebody’s mother calls', 640, 694, look, { size: 24, anchor: 'middle' }),
    ),
  () =>
    svg(
      screenSize,
      asphalt(screenSize) +
        words('PICK YOUR TEAM', 640, 110, 64, 620, white, 'middle') +
        kid(250, 520, 1.3, blue, '7', 1) +
        kid(540, 520, 1.3, yellow, '4', -1) +
        kid(800, 520, 1.3, pink, '3', 1) +
        kid(1060, 520, 1.3, green, '1', -1) +
        label('Lyova', 250, 580, look, { anchor: 'middle', size: 32 }) +
        label('runs, complains', 250, 616, look, { anchor: 'middle', fill: blue }) +
        label('Big Sonya', 540, 580, look, { anchor: 'middle', size: 32 }) +
        label('is the wall', 540, 616, look, { anchor: 'middle', fill: yellow }) +
        label('Petya-2', 800, 580, look, { anchor: 'middle', size: 32 }) +
        label('owns the ball', 800, 616, look, { anchor: 'middle', fill: pink }) +
        label('Uncle Kolya', 1060, 580, look, { anchor: 'middle', size: 32 }) +
        label('47, one knee', 1060, 616, look, { anchor: 'middle', fill: green }),
    ),
]
