import { label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  gradient,
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

const [green, deep, gold, ivory, wine] = ['#123c36', '#0a211f', '#d8b25a', '#f4ead2', '#7d2438']

type Piece = 'pawn' | 'rook' | 'bishop' | 'knight'
const outlines: Record<Piece, string> = {
  pawn: 'M-60 0V-26H-44C-40-90-22-120-18-150H-40V-170H-22C-52-190-52-250 0-254C52-250 52-190 22-170H40V-150H18C22-120 40-90 44-26H60V0Z',
  rook: 'M-70 0V-28H-52L-40-180H-62V-260H-34V-232H-14V-260H14V-232H34V-260H62V-180H40L52-28H70V0Z',
  bishop:
    'M-64 0V-26H-46C-40-80-24-120-20-164H-40V-184H-24C-60-220-40-280 0-310C40-280 60-220 24-184H40V-164H20C24-120 40-80 46-26H64V0Z',
  knight:
    'M-64 0V-26H-50C-50-100-10-130-8-180C-40-168-60-150-84-160C-96-186-60-220-50-250C-30-290 10-300 10-320L34-290C80-250 80-150 52-26H66V0Z',
}

/** A chess piece lit from the left. */
function piece(kind: Piece, x: number, y: number, scale: number, light = ivory, shade = '#b79f6c'): string {
  const d = outlines[kind]
  return at(
    x,
    y,
    path(d, light, `stroke="${deep}" stroke-width="7" stroke-opacity="0.55"`) +
      `<clipPath id="c${kind}${Math.round(x)}${Math.round(y)}"><path d="${d}"/></clipPath><g clip-path="url(#c${kind}${Math.round(x)}${Math.round(y)})">${rect(14, -330, 90, 340, shade)}</g>` +
      (kind === 'knight' ? circle(-22, -230, 6, deep) : '') +
      line(kind === 'pawn' ? 'M-44-26H44' : 'M-52-28H52', deep, 4, 'opacity="0.5"'),
    { scale },
  )
}

const fan = (x: number, y: number, rays: number, from: number, to: number, fill: string): string =>
  repeat(rays, (i) => {
    const angle = Math.PI + (i / (rays - 1)) * Math.PI
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    return polygon(
      [
        [x + c * from - s * 3, y + s * from + c * 3],
        [x + c * to - s * 12, y + s * to + c * 12],
        [x + c * to + s * 12, y + s * to - c * 12],
        [x + c * from + s * 3, y + s * from - c * 3],
      ],
      fill,
      i % 2 ? 'opacity="0.55"' : '',
    )
  })

/** A chessboard that runs to the horizon. */
function floor({ width, height }: Size, horizon: number, middle: number): string {
  const depth = (k: number): number => horizon + (height - horizon) * (1 / (1 + k * 0.62))
  const across = (k: number, i: number): number => middle + ((i * width) / 5.2) * (1 / (1 + k * 0.62))
  const fields = repeat(9 * 10, (n) => {
    const [row, column] = [Math.floor(n / 10), (n % 10) - 5]
    if ((row + column) % 2 === 0) return ''
    return polygon(
      [
        [across(row, column), depth(row)],
        [across(row, column + 1), depth(row)],
        [across(row + 1, column + 1), depth(row + 1)],
        [across(row + 1, column), depth(row + 1)],
      ],
      ivory,
      `opacity="${px(0.9 - row * 0.08)}"`,
    )
  })
  return rect(0, horizon, width, height - horizon, '#0d2b28') + fields
}

const border = ({ width, height }: Size): string =>
  rect(16, 16, width - 32, height - 32, 'none', `stroke="${gold}" stroke-width="5"`) +
  rect(26, 26, width - 52, height - 52, 'none', `stroke="${gold}" stroke-width="1.5"`) +
  [
    [16, 16, 1, 1],
    [width - 16, 16, -1, 1],
    [16, height - 16, 1, -1],
    [width - 16, height - 16, -1, -1],
  ]
    .map(
      ([x, y, sx, sy]) =>
        `<g transform="translate(${x} ${y}) scale(${sx} ${sy})">${repeat(3, (i) => line(`M${20 + i * 12} 0V${56 - i * 16}H0`, gold, 3))}</g>`,
    )
    .join('')

const sky = (size: Size): string =>
  `<defs>${gradient('dusk', deep, green, '#2f6b58')}</defs>${rect(0, 0, size.width, size.height, 'url(#dusk)')}`

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    sky(coverSize) +
      fan(300, 540, 25, 120, 700, gold) +
      circle(300, 420, 176, deep, `stroke="${gold}" stroke-width="5"`) +
      floor(coverSize, 560, 300) +
      piece('rook', 120, 640, 0.6, wine, '#4b1420') +
      piece('knight', 490, 640, 0.6, wine, '#4b1420') +
      piece('pawn', 300, 700, 1.4) +
      path('M258 300L246 258L274 276L300 244L326 276L354 258L342 300Z', gold) +
      rect(0, 716, 600, 84, deep) +
      lettering('THE NINTH', { x: 300, y: 128, size: 62, fill: ivory, fit: 420, spacing: 4 }) +
      lettering('RANK', { x: 300, y: 776, size: 62, fill: gold, fit: 300, spacing: 10 }) +
      border(coverSize),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    sky(headerSize) +
      fan(830, 360, 25, 100, 900, gold) +
      circle(830, 250, 150, deep, `stroke="${gold}" stroke-width="5"`) +
      floor(headerSize, 360, 830) +
      piece('rook', 640, 430, 0.6, wine, '#4b1420') +
      piece('knight', 1030, 430, 0.6, wine, '#4b1420') +
      piece('pawn', 830, 464, 1.24) +
      path('M788 112L776 70L804 88L830 56L856 88L884 70L872 112Z', gold) +
      lettering('THE NINTH', { x: 76, y: 220, size: 76, fill: ivory, fit: 410, anchor: 'start' }) +
      lettering('RANK', { x: 76, y: 316, size: 92, fill: gold, fit: 410, anchor: 'start' }) +
      border(headerSize),
  )

const look = { ground: deep, ink: ivory, edge: gold, accent: gold, family: 'serif', radius: 4 } as const

const card = (x: number, y: number, name: string, cost: string, kind: Piece, turn: number): string =>
  at(
    x,
    y,
    rect(-88, -130, 176, 250, ivory, `rx="12" stroke="${gold}" stroke-width="5"`) +
      rect(-70, -84, 140, 120, green) +
      piece(kind, 0, 30, 0.38) +
      label(name, 0, 70, { ...look, ink: deep }, { anchor: 'middle', size: 15.5 }) +
      circle(-66, -108, 20, wine) +
      label(cost, -66, -100, look, { anchor: 'middle', size: 22 }) +
      line('M-60 90H60', gold, 2),
    { turn },
  )

const field = (file: number, rank: number): readonly [number, number] => [70 + file * 66, 130 + rank * 60]

function board(): string {
  const fields = repeat(72, (n) => {
    const [file, rank] = [n % 8, Math.floor(n / 8)]
    const [x, y] = field(file, rank)
    const beyond = rank === 0
    return rect(
      x,
      y,
      66,
      60,
      beyond ? ((file + rank) % 2 ? '#5c4a86' : '#8672b3') : (file + rank) % 2 ? '#2f6b58' : ivory,
      beyond ? 'opacity="0.8"' : '',
    )
  })
  return rect(60, 120, 548, 560, gold, 'rx="6"') + fields
}

const stand = (kind: Piece, file: number, rank: number, mine: boolean): string => {
  const [x, y] = field(file, rank)
  return mine ? piece(kind, x + 33, y + 55, 0.17) : piece(kind, x + 33, y + 55, 0.17, wine, '#4b1420')
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      sky(screenSize) +
        board() +
        stand('rook', 0, 1, false) +
        stand('knight', 2, 1, false) +
        stand('bishop', 5, 1, false) +
        stand('pawn', 3, 2, false) +
        stand('pawn', 6, 3, false) +
        stand('pawn', 4, 4, true) +
        stand('knight', 2, 5, true) +
        stand('pawn', 1, 7, true) +
        stand('bishop', 6, 7, true) +
        line('M367 370V160', gold, 6, 'stroke-dasharray="4 14"') +
        card(740, 520, 'En passant, twice', '2', 'pawn', -8) +
        card(930, 500, 'Castle anything', '3', 'rook', 0) +
        card(1120, 520, 'Change of faith', '1', 'bishop', 8) +
        note(
          { x: 660, y: 120, width: 270, height: 150 },
          ['GAME 6 OF 9', 'Opponent: the Widow', 'Weakness: Thursdays'],
          look,
        ) +
        note({ x: 960, y: 120, width: 270, height: 150 }, ['TEMPO', ''], look) +
        meter({ x: 982, y: 180, width: 226, height: 24 }, 0.66, look) +
        label('2 of 3', 982, 246, look) +
        label('The eighth rank was only a rumour', 60, 84, look, { size: 34 }),
    ),
  () =>
    svg(
      screenSize,
      sky(screenSize) +
        fan(640, 720, 31, 200, 1200, gold) +
        rect(0, 0, 1280, 720, deep, 'opacity="0.5"') +
        label('What does the pawn become?', 640, 120, look, { anchor: 'middle', size: 44 }) +
        at(340, 380, card(0, 0, 'A queen, of course', '9', 'rook', -3), { scale: 1.4 }) +
        at(640, 380, card(0, 0, 'A witness', '3', 'bishop', 0), { scale: 1.4 }) +
        at(940, 380, card(0, 0, 'A free person', '0', 'pawn', 3), { scale: 1.4 }) +
        label('The third answer cannot be taken back.', 640, 660, look, {
          anchor: 'middle',
          size: 26,
          fill: gold,
          extra: 'font-style="italic"',
        }),
    ),
]
