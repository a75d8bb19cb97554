import { choices, label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  headerSize,
  lettering,
  line,
  path,
  rect,
  repeat,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

const [blue, chalk, pale, warm] = ['#10427c', '#eaf3ff', '#7fb0e6', '#ffd166']

function sheet({ width, height }: Size): string {
  const grid = (step: number, opacity: number): string =>
    path(
      repeat(Math.ceil(width / step), (i) => `M${i * step} 0V${height}`) +
        repeat(Math.ceil(height / step), (i) => `M0 ${i * step}H${width}`),
      'none',
      `stroke="${chalk}" stroke-width="1" opacity="${opacity}"`,
    )
  return (
    rect(0, 0, width, height, blue) +
    grid(20, 0.1) +
    grid(100, 0.2) +
    rect(16, 16, width - 32, height - 32, 'none', `stroke="${chalk}" stroke-width="3"`)
  )
}

const draw = (d: string, width = 4, fill = blue): string =>
  path(d, fill, `stroke="${chalk}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"`)

/** Nine metres of somebody's grandmother: headscarf, apron, felt boots, two knitting needles. `0, 0` is between the boots. */
function mech(x: number, y: number, scale: number, flip = false): string {
  const boot = 'M-46-96H20V-26Q66-24 72 0H-46Z'
  const needle = (turn: number): string =>
    `<g transform="rotate(${turn})">${draw('M-5-150L0-190L5-150V80H-5Z', 3)}${circle(0, 88, 12, blue, `stroke="${chalk}" stroke-width="3"`)}</g>`
  const arm = (side: number): string =>
    `<g transform="translate(${side * 118} -330) scale(${side} 1)">${draw('M-8-34Q50-50 66 0L78 92Q50 112 28 94L14 30Z')}${draw('M30 92L74 92L70 160H38Z')}<g transform="translate(56 176)">${needle(24)}${draw('M-28-14H28V24Q0 40-28 24Z')}</g></g>`
  return at(
    x,
    y,
    `<g transform="translate(-62 0) scale(-1 1)">${draw(boot)}${draw('M-46-60H20', 2)}</g><g transform="translate(62 0)">${draw(boot)}${draw('M-46-60H20', 2)}</g>` +
      arm(-1) +
      arm(1) +
      draw('M-112-372Q-136-200-124-96H124Q136-200 112-372Q0-410-112-372Z') +
      draw('M-84-300H84L96-112H-96Z', 3) +
      draw('M-40-220H40V-150Q0-130-40-150Z', 3) +
      repeat(8, (i) =>
        circle(-66 + (i % 4) * 44, i < 4 ? -262 : -122, 6, 'none', `stroke="${pale}" stroke-width="3"`),
      ) +
      draw('M-84-300L-108-366M84-300L108-366', 3) +
      draw('M-92-398Q-104-540 0-548Q104-540 92-398Q0-356-92-398Z') +
      draw('M-60-410Q-66-500 0-504Q66-500 60-410Q0-386-60-410Z', 3) +
      circle(-27, -452, 25, blue, `stroke="${warm}" stroke-width="5"`) +
      circle(27, -452, 25, blue, `stroke="${warm}" stroke-width="5"`) +
      draw('M-2-452H2', 5) +
      circle(-27, -452, 8, warm) +
      circle(27, -452, 8, warm) +
      line('M-18-408Q0-398 18-408', chalk, 4) +
      draw('M-20-384L-52-340L-8-362ZM20-384L52-340L8-362Z', 3) +
      repeat(5, (i) =>
        circle(-60 + i * 30, -526 + Math.abs(i - 2) * 8, 5, 'none', `stroke="${warm}" stroke-width="2.5"`),
      ),
    { scale, flip },
  )
}

/** A leader line from a part to what it is called. */
const call = (
  text: string,
  x: number,
  y: number,
  toX: number,
  toY: number,
  anchor: 'start' | 'end' = 'start',
): string =>
  line(`M${x} ${y}H${anchor === 'start' ? x - 20 : x + 20}L${toX} ${toY}`, pale, 2) +
  circle(toX, toY, 4, pale) +
  lettering(text, {
    x: anchor === 'start' ? x + 8 : x - 8,
    y: y + 6,
    size: 17,
    fill: chalk,
    family: 'mono',
    anchor,
    weight: 600,
  })

const measure = (x: number, from: number, to: number, text: string): string =>
  line(`M${x} ${from}V${to}M${x - 9} ${from}h18M${x - 9} ${to}h18`, pale, 2) +
  at(x - 10, (from + to) / 2, lettering(text, { x: 0, y: 0, size: 17, fill: pale, family: 'mono' }), { turn: -90 })

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    sheet(coverSize) +
      mech(300, 690, 0.88) +
      measure(64, 206, 690, '9.4 m, in slippers') +
      call('bifocals, 2 km', 412, 232, 334, 292) +
      call('pie bay', 484, 470, 336, 520) +
      call('needles, No. 9', 406, 668, 426, 616) +
      lettering('GRANDMECH', { x: 300, y: 122, size: 84, fill: chalk, family: 'mono', fit: 500 }) +
      lettering('SHEET 1 OF 1. PUT A HAT ON.', {
        x: 300,
        y: 158,
        size: 20,
        fill: pale,
        family: 'mono',
        fit: 500,
        weight: 600,
      }) +
      rect(380, 726, 204, 58, blue, `stroke="${chalk}" stroke-width="2"`) +
      lettering('approved: Nina P.', { x: 482, y: 762, size: 17, fill: chalk, family: 'mono', weight: 600 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    sheet(headerSize) +
      mech(880, 468, 0.76) +
      measure(660, 54, 468, '9.4 m, in slippers') +
      call('bifocals, 2 km', 1010, 80, 910, 124) +
      call('pie bay', 1050, 300, 912, 322) +
      call('needles, No. 9', 1020, 450, 990, 400) +
      lettering('GRAND', { x: 70, y: 220, size: 130, fill: chalk, family: 'mono', fit: 430, anchor: 'start' }) +
      lettering('MECH', { x: 70, y: 340, size: 130, fill: warm, family: 'mono', fit: 430, anchor: 'start' }) +
      lettering('PUT A HAT ON.', { x: 72, y: 392, size: 26, fill: pale, family: 'mono', fit: 428, anchor: 'start' }),
  )

const look = { ground: blue, ink: chalk, edge: chalk, accent: warm, family: 'mono', radius: 0 } as const

/** An enemy walker: a box on three legs. */
const walker = (x: number, y: number, scale: number): string =>
  at(
    x,
    y,
    draw('M-20-40L-60 0M20-40L60 0M0-40V6', 4) +
      draw('M-50-110H50L60-40H-60Z') +
      circle(0, -76, 16, blue, 'stroke="#ff8f8f" stroke-width="5"') +
      line('M-40-110V-140', chalk, 3),
    { scale },
  )

function field(): string {
  const tile = (i: number, j: number, fill: string, extra = ''): string =>
    path(`M${320 + (i - j) * 80} ${170 + (i + j) * 40}l80 40l-80 40l-80-40Z`, fill, extra)
  return (
    repeat(49, (n) => tile(n % 7, Math.floor(n / 7), 'none', `stroke="${pale}" stroke-width="1.5" opacity="0.7"`)) +
    [
      [2, 3],
      [3, 3],
      [3, 2],
      [4, 3],
      [3, 4],
      [4, 4],
    ]
      .map(([i = 0, j = 0]) => tile(i, j, warm, 'opacity="0.22"'))
      .join('')
  )
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      sheet(screenSize) +
        at(160, -40, field()) +
        walker(400, 330, 0.7) +
        walker(800, 400, 0.7) +
        walker(720, 250, 0.6) +
        mech(560, 470, 0.36) +
        line('M580 330Q690 250 790 330', warm, 4, 'stroke-dasharray="12 10"') +
        note(
          { x: 930, y: 60, width: 300, height: 180 },
          ['NINA P.', 'Armour: 3 cardigans', 'Heat: simmering', 'Pies: 6'],
          look,
        ) +
        choices(
          { x: 930, y: 270, width: 300, height: 320 },
          ['Purl strike', 'Scold (area)', 'Feed', 'Put kettle on'],
          0,
          look,
        ) +
        label('TURN 4   THE ALLOTMENT MUST HOLD', 60, 70, look, { size: 26 }) +
        meter({ x: 60, y: 660, width: 400, height: 22 }, 0.72, look) +
        label('patience of the neighbours', 60, 640, look, { size: 18 }),
    ),
  () =>
    svg(
      screenSize,
      sheet(screenSize) +
        mech(400, 680, 1.04) +
        call('cardigan plating +2', 600, 300, 508, 340) +
        call('samovar reactor', 610, 480, 400, 500) +
        call('boots, felted', 600, 640, 470, 620) +
        note({ x: 840, y: 60, width: 390, height: 120 }, ['HANGAR (the shed)', 'Scrap 340   Wool 27'], look) +
        choices(
          { x: 840, y: 200, width: 390, height: 370 },
          [
            'Left arm: needle No. 9',
            'Right arm: rolling pin',
            'Back: trolley, wheeled',
            'Head: opera glasses',
            'Core: second samovar',
          ],
          4,
          look,
        ) +
        label('WEIGHT', 840, 620, look, { size: 18 }) +
        meter({ x: 840, y: 634, width: 390, height: 24 }, 0.88, look) +
        label('She can carry it. She has carried worse.', 840, 684, look, { size: 16, fill: pale }),
    ),
]
