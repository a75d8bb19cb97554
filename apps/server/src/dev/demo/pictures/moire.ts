import { label } from '../drawing/interface.ts'
import {
  circle,
  coverSize,
  headerSize,
  lettering,
  type Point,
  path,
  polygon,
  px,
  rect,
  repeat,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

const [black, white, red] = ['#0b0b0c', '#f6f4ee', '#f2301f']

/** A chessboard pulled over a ball: only the black fields are drawn. */
function bulge({ width, height }: Size, cell: number, ball: { x: number; y: number; r: number }): string {
  const pull = (x: number, y: number): Point => {
    const [dx, dy] = [x - ball.x, y - ball.y]
    const far = Math.hypot(dx, dy) / ball.r
    if (far >= 1 || far === 0) return [x, y]
    const out = Math.sin((far * Math.PI) / 2) ** 0.8 / far
    return [ball.x + dx * (0.5 * out + 0.5), ball.y + dy * (0.5 * out + 0.5)]
  }
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)]
  const fields = repeat(columns * rows, (n) => {
    const [i, j] = [n % columns, Math.floor(n / columns)]
    if ((i + j) % 2) return ''
    const corners = [
      pull(i * cell, j * cell),
      pull((i + 1) * cell, j * cell),
      pull((i + 1) * cell, (j + 1) * cell),
      pull(i * cell, (j + 1) * cell),
    ]
    return `M${corners.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z`
  })
  return rect(0, 0, width, height, white) + path(fields, black)
}

const rings = (x: number, y: number, count: number, step: number, stroke: string, width: number): string =>
  `<g fill="none" stroke="${stroke}" stroke-width="${width}">${repeat(count, (i) => `<circle cx="${px(x)}" cy="${px(y)}" r="${px((i + 0.5) * step)}"/>`)}</g>`

/** Upright lines that lean on a wave. */
const reeds = ({ width, height }: Size, step: number, bend: number, shift: number): string =>
  path(
    repeat(Math.ceil(width / step) + 8, (i) => {
      const x = (i - 4) * step + shift
      return `M${px(x)} 0C${px(x + bend)} ${px(height * 0.33)} ${px(x - bend)} ${px(height * 0.66)} ${px(x)} ${height}`
    }),
    'none',
    `stroke="${black}" stroke-width="${px(step * 0.5)}"`,
  )

const band = (x: number, y: number, width: number, height: number): string => rect(x, y, width, height, black)

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    bulge(coverSize, 40, { x: 300, y: 360, r: 330 }) +
      circle(300, 360, 34, red) +
      band(0, 640, 600, 116) +
      lettering('MOIRÉ', { x: 300, y: 736, size: 104, fill: white, fit: 480, weight: 900 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    bulge(headerSize, 40, { x: 850, y: 250, r: 300 }) +
      circle(850, 250, 32, red) +
      band(0, 180, 560, 140) +
      lettering('MOIRÉ', { x: 60, y: 292, size: 118, fill: white, fit: 440, anchor: 'start', weight: 900 }),
  )

const look = { ground: black, ink: white, edge: white, accent: red, family: 'sans', radius: 0 } as const

const footer = (text: string): string => band(0, 650, 1280, 70) + label(text, 48, 694, look, { size: 24 })

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, white) +
        rings(540, 320, 46, 18, black, 8) +
        rings(730, 330, 46, 18, black, 8) +
        circle(540, 320, 20, red) +
        circle(730, 330, 20, white, `stroke="${red}" stroke-width="8"`) +
        footer('17   Two stones, one pond.') +
        label('3 of 5', 1232, 694, look, { anchor: 'end', size: 24, fill: red }),
    ),
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, white) +
        reeds(screenSize, 16, 60, 0) +
        `<g transform="rotate(4 640 360)">${reeds(screenSize, 16, -60, 8)}</g>` +
        polygon(
          [
            [600, 300],
            [680, 340],
            [600, 380],
          ],
          red,
        ) +
        footer('24   Lean until the door stops moving.') +
        label('1 of 5', 1232, 694, look, { anchor: 'end', size: 24, fill: red }),
    ),
  () =>
    svg(
      screenSize,
      bulge(screenSize, 40, { x: 420, y: 330, r: 300 }) +
        circle(420, 330, 26, red) +
        circle(1020, 240, 26, white, `stroke="${red}" stroke-width="8"`) +
        footer('31   It was flat when you looked at it.') +
        label('5 of 5', 1232, 694, look, { anchor: 'end', size: 24, fill: red }),
    ),
]
