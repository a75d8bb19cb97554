import { label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  ellipse,
  headerSize,
  lettering,
  line,
  path,
  polygon,
  px,
  rect,
  repeat,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

const [paper, navy, red, teal, ochre, rose] = ['#fbf6e9', '#1f2f54', '#c8402f', '#2f7f79', '#d99a2b', '#d98a94']

/** What a young republic thinks worth printing, each on a field of 100 by 70. */
const motifs: readonly (() => string)[] = [
  // The president, a goat.
  () =>
    path('M30 70Q28 44 40 40L36 18L48 32H58L70 18L66 42Q76 48 74 70Z', paper) +
    circle(46, 40, 2.5, navy) +
    circle(59, 40, 2.5, navy) +
    path('M48 52H58L53 64Z', navy) +
    line('M38 22Q24 16 24 4M68 22Q82 16 82 4', paper, 4),
  // The fleet.
  () =>
    path('M12 46H88L76 62H26Z', paper) +
    path('M48 44V8L78 40Z', paper) +
    path('M44 44V16L24 40Z', rose) +
    line('M4 66q8-6 16 0t16 0t16 0t16 0t16 0t12 0', paper, 3),
  // The national bird.
  () =>
    ellipse(50, 44, 24, 18, paper) +
    circle(72, 26, 10, paper) +
    polygon(
      [
        [80, 24],
        [92, 28],
        [80, 31],
      ],
      ochre,
    ) +
    circle(74, 24, 2, navy) +
    path('M30 40L10 28L28 52Z', paper) +
    line('M44 60V68M56 60V68', ochre, 3) +
    path('M66 16Q70 8 74 16Q78 8 80 18Z', red),
  // The mountain, from its better side.
  () =>
    path('M4 66L40 14L56 38L66 26L96 66Z', paper) +
    path('M40 14L52 32L42 30L34 36L30 28Z', rose) +
    circle(80, 16, 8, ochre),
  // The power station.
  () =>
    path('M20 66L28 22H44L52 66Z', paper) +
    path('M54 66L60 32H74L80 66Z', paper) +
    circle(40, 10, 7, paper, 'opacity="0.8"') +
    circle(52, 6, 9, paper, 'opacity="0.6"'),
  // The key to the border, which is a door.
  () =>
    circle(28, 36, 16, 'none', `stroke="${paper}" stroke-width="8"`) + line('M44 36H90M78 36V50M88 36V48', paper, 8),
]

const inks = [red, teal, navy, ochre, '#7b4a86', '#3c6e9e']

/** A perforated stamp, 140 by 120, its upper left corner at 0, 0. */
function stamp(x: number, y: number, kind: number, value: string, scale = 1, turn = 0): string {
  // A dashed line of round dots is a perforation.
  const holes = rect(
    0,
    1,
    140,
    118,
    'none',
    'stroke="var(--desk)" stroke-width="9" stroke-linecap="round" stroke-dasharray="0 14"',
  )
  const ink = inks[kind % inks.length] ?? navy
  return at(
    x,
    y,
    rect(3, 4, 140, 120, '#000', 'opacity="0.14"') +
      rect(0, 0, 140, 120, paper) +
      holes +
      rect(12, 12, 116, 96, ink) +
      at(20, 16, motifs[kind % motifs.length]?.() ?? '') +
      lettering(value, { x: 16, y: 104, size: 14, fill: paper, family: 'serif', anchor: 'start' }) +
      lettering('REP. OF GUM', { x: 124, y: 104, size: 8.5, fill: paper, family: 'sans', anchor: 'end' }),
    { scale, turn },
  )
}

const on = (desk: string, drawing: string): string => drawing.replaceAll('var(--desk)', desk)

function postmark(x: number, y: number, r: number, turn: number): string {
  return at(
    x,
    y,
    `<g opacity="0.72">${circle(0, 0, r, 'none', `stroke="${navy}" stroke-width="5"`)}${circle(0, 0, r * 0.66, 'none', `stroke="${navy}" stroke-width="3"`)}` +
      lettering('GUM', { x: 0, y: -r * 0.74, size: r * 0.2, fill: navy }) +
      lettering('29 II', { x: 0, y: r * 0.06, size: r * 0.36, fill: navy, family: 'mono' }) +
      lettering('STILL HERE', { x: 0, y: r * 0.34, size: r * 0.17, fill: navy }) +
      `${repeat(5, (i) => line(`M${px(r * 1.06)} ${-r * 0.5 + i * r * 0.25}q${r * 0.3} -14 ${r * 0.6} 0t${r * 0.6} 0t${r * 0.6} 0`, navy, 4))}</g>`,
    { turn },
  )
}

function plate(x: number, y: number, width: number, size: number, anchor: 'start' | 'middle'): string {
  const middle = anchor === 'middle' ? x : x + width / 2
  return (
    rect(middle - width / 2 - 30, y - size * 1.5, width + 60, size * 3.1, paper, `stroke="${navy}" stroke-width="4"`) +
    rect(
      middle - width / 2 - 20,
      y - size * 1.5 + 10,
      width + 40,
      size * 3.1 - 20,
      'none',
      `stroke="${navy}" stroke-width="1.5"`,
    ) +
    lettering('THE REPUBLIC', {
      x: middle,
      y: y - size * 0.32,
      size: size * 0.72,
      fill: navy,
      family: 'serif',
      fit: width,
    }) +
    lettering('OF GUM', {
      x: middle,
      y: y + size * 0.98,
      size: size * 1.16,
      fill: red,
      family: 'serif',
      fit: width * 0.78,
    })
  )
}

const sheetOf = (columns: number, rows: number, x: number, y: number, scale: number): string =>
  repeat(columns * rows, (i) =>
    stamp(
      x + (i % columns) * 146 * scale,
      y + Math.floor(i / columns) * 126 * scale,
      (i * 5 + Math.floor(i / columns) * 2) % 6,
      `${[2, 5, 10, 20, 50, 1][(i * 5) % 6]} g`,
      scale,
    ),
  )

/** 600x800. */
export const cover = (): string =>
  on(
    '#b99b72',
    svg(
      coverSize,
      rect(0, 0, 600, 800, '#b99b72') +
        sheetOf(4, 7, 2, -28, 1.04) +
        plate(300, 322, 360, 76, 'middle') +
        postmark(420, 560, 96, -14),
    ),
  )

/** 1200x500. */
export const header = (): string =>
  on(
    '#b99b72',
    svg(
      headerSize,
      rect(0, 0, 1200, 500, '#b99b72') +
        sheetOf(9, 4, -40, -10, 1) +
        plate(90, 240, 400, 80, 'start') +
        postmark(760, 270, 90, -14),
    ),
  )

const look = { ground: paper, ink: navy, edge: navy, accent: red, family: 'serif', radius: 4 } as const

const desk = (size: Size): string =>
  rect(0, 0, size.width, size.height, '#4d6b57') + repeat(8, (i) => rect(0, i * 92, size.width, 2, '#456250'))

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    on(
      '#4d6b57',
      svg(
        screenSize,
        desk(screenSize) +
          stamp(90, 110, 0, '20 g', 3.4, -2) +
          postmark(560, 470, 76, 10) +
          note(
            { x: 680, y: 60, width: 540, height: 150 },
            [
              'ISSUE 14: “OUR PRESIDENT GRAZES”',
              'Print run 4,000. Ink: the red one.',
              'Gum: tastes of plum, by decree',
            ],
            look,
          ) +
          repeat(6, (i) => stamp(690 + (i % 3) * 180, 250 + Math.floor(i / 3) * 160, i, `${i + 1} g`, 1.1)) +
          label('What the world will think of us', 690, 620, look, { fill: paper }) +
          meter({ x: 690, y: 640, width: 520, height: 24 }, 0.44, { ...look, edge: paper }),
      ),
    ),
  () =>
    on(
      '#9cc3c9',
      svg(
        screenSize,
        rect(0, 0, 1280, 720, '#9cc3c9') +
          path(
            'M180 380C160 260 300 180 440 220C560 140 760 190 780 320C860 420 740 560 580 540C460 620 220 560 180 380Z',
            '#dccb93',
            `stroke="${navy}" stroke-width="4"`,
          ) +
          path('M400 380C420 300 520 280 560 340C580 420 440 470 400 380Z', '#b7c48a') +
          at(300, 330, motifs[4]?.() ?? '', { scale: 0.9 }) +
          at(600, 300, motifs[3]?.() ?? '', { scale: 1.1 }) +
          at(460, 420, motifs[0]?.() ?? '', { scale: 0.7 }) +
          at(820, 500, motifs[1]?.() ?? '', { scale: 1 }) +
          stamp(96, 80, 2, '5 g', 1, -8) +
          line('M430 400Q300 300 190 190', red, 4, 'stroke-dasharray="10 10"') +
          note(
            { x: 900, y: 50, width: 340, height: 330 },
            [
              'THE REPUBLIC, YEAR 3',
              'Citizens      41',
              'Goats         12',
              'Recognised by  3',
              '(one by mistake)',
              'Treasury  812 g',
              'Embassies: a shed',
            ],
            look,
          ) +
          note(
            { x: 900, y: 410, width: 340, height: 180 },
            ['A LETTER', 'Some neighbour claims', 'the mountain. Reply by', 'stamp, within 9 days.'],
            look,
          ),
      ),
    ),
]
