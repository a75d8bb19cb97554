import { label, meter, note } from '../drawing/interface.ts'
import {
  at,
  blob,
  circle,
  coverSize,
  headerSize,
  lettering,
  line,
  path,
  px,
  rect,
  repeat,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

const bands = [
  '#1d5c63',
  '#2c7a72',
  '#57996f',
  '#8fb573',
  '#c3c97b',
  '#e9d690',
  '#f3b96b',
  '#e2854f',
  '#c4573f',
  '#8f3438',
]
const [paper, ink, cold, warm] = ['#fbf3df', '#16343a', '#2b62c9', '#d6302b']

interface Summit {
  x: number
  y: number
  r: number
  seed: number
}

/** Land by its heights: each contour the same hand, a little smaller and moved uphill. */
function heights(summits: readonly Summit[]): string {
  return bands
    .map((band, level) =>
      summits
        .map(({ x, y, r, seed }) =>
          path(
            blob(x + level * r * 0.012, y - level * r * 0.02, r * (1.5 - level * 0.145), seed, 0.34 + level * 0.01, 12),
            band,
            `stroke="${ink}" stroke-width="${level % 3 === 0 ? 2.6 : 1.1}" stroke-opacity="0.75"`,
          ),
        )
        .join(''),
    )
    .join('')
}

const pressure = (hectopascal: number, x: number, y: number): string =>
  lettering(String(hectopascal), {
    ...{ x, y, size: 17, fill: paper },
    extra: `stroke="${ink}" stroke-width="5" paint-order="stroke"`,
  })

/** Lines of equal pressure across everything. */
const isobars = ({ width, height }: Size, count: number, bend: number): string =>
  repeat(count, (i) => {
    const y = ((i + 0.5) / count) * height
    return (
      line(
        `M-10 ${px(y + bend)}C${px(width * 0.3)} ${px(y - bend * 1.6)} ${px(width * 0.6)} ${px(y + bend * 1.8)} ${width + 10} ${px(y - bend)}`,
        paper,
        2.5,
        'opacity="0.85"',
      ) + (y < height * 0.3 ? '' : pressure(1032 - i * 4, width * 0.08, y + bend * 0.42 + 6))
    )
  })

/** A front as newspapers draw it: teeth for cold, bumps for warm. `bend` lifts its middle. */
function front(x: number, y: number, length: number, bend: number, kind: 'cold' | 'warm', scale = 1): string {
  const fill = kind === 'cold' ? cold : warm
  const teeth = repeat(7, (i) => {
    const t = (i + 0.5) / 7
    const turn = (Math.atan2((1 - 2 * t) * -bend * 2, length) * 180) / Math.PI
    return at(
      x + t * length,
      y - 2 * t * (1 - t) * bend,
      kind === 'cold' ? path('M-17 0H17L0 28Z', fill) : path('M-17 0A17 17 0 0 1 17 0Z', fill),
      { turn, scale },
    )
  })
  return line(`M${x} ${y}Q${x + length / 2} ${y - bend} ${x + length} ${y}`, fill, 7 * scale) + teeth
}

const centre = (letter: 'H' | 'L', x: number, y: number, size: number): string =>
  circle(x, y - size * 0.36, size * 0.72, paper, `stroke="${ink}" stroke-width="4"`) +
  lettering(letter, { x, y, size, fill: letter === 'H' ? cold : warm, weight: 900 })

function cloud(x: number, y: number, scale: number, drops = 0): string {
  return at(
    x,
    y,
    path(
      'M-80 20C-120 20-116-34-76-32C-72-84 2-92 16-48C54-70 94-30 70-2C92 18 66 22 60 20Z',
      paper,
      `stroke="${ink}" stroke-width="5"`,
    ) + repeat(drops, (i) => line(`M${-60 + i * 26} 38l-12 34`, cold, 6)),
    { scale },
  )
}

const title = (x: number, y: number, size: number, fit: number, anchor: 'start' | 'middle'): string =>
  lettering('ISOBAR', {
    x,
    y,
    size,
    fill: paper,
    fit,
    anchor,
    weight: 900,
    extra: `stroke="${ink}" stroke-width="16" paint-order="stroke" stroke-linejoin="round"`,
  })

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    rect(0, 0, 600, 800, '#164850') +
      heights([
        { x: 330, y: 440, r: 270, seed: 6 },
        { x: 130, y: 690, r: 110, seed: 15 },
      ]) +
      isobars(coverSize, 7, 46) +
      front(50, 640, 500, 120, 'cold') +
      front(120, 300, 420, -60, 'warm') +
      cloud(450, 640, 0.8, 4) +
      centre('H', 470, 300, 60) +
      centre('L', 140, 560, 60) +
      title(300, 168, 132, 500, 'middle'),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    rect(0, 0, 1200, 500, '#164850') +
      heights([
        { x: 860, y: 270, r: 250, seed: 6 },
        { x: 320, y: 520, r: 120, seed: 15 },
      ]) +
      isobars(headerSize, 5, 40) +
      front(520, 430, 600, 90, 'cold') +
      cloud(700, 130, 0.8, 4) +
      centre('H', 1010, 150, 60) +
      centre('L', 590, 330, 60) +
      title(70, 290, 150, 450, 'start'),
  )

const look = { ground: paper, ink, edge: ink, accent: warm, family: 'sans', radius: 12 } as const

const house = (x: number, y: number, fill: string): string =>
  at(
    x,
    y,
    rect(-18, -20, 36, 26, paper, `stroke="${ink}" stroke-width="3"`) +
      path('M-26-18L0-44L26-18Z', fill, `stroke="${ink}" stroke-width="3"`),
  )

function chart(summits: readonly Summit[]): string {
  return rect(0, 0, 1280, 720, '#164850') + heights(summits) + isobars(screenSize, 6, 40)
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      chart([
        { x: 480, y: 360, r: 290, seed: 41 },
        { x: 860, y: 620, r: 120, seed: 8 },
      ]) +
        front(180, 560, 620, 170, 'cold') +
        cloud(360, 250, 0.9, 4) +
        cloud(640, 170, 0.6) +
        house(560, 470, warm) +
        house(610, 500, cold) +
        house(390, 440, '#e9d690') +
        centre('L', 180, 330, 56) +
        centre('H', 800, 220, 56) +
        note(
          { x: 960, y: 40, width: 280, height: 190 },
          ['TUESDAY', 'dry: the wedding', 'wet: the cabbages', 'windy: both mills'],
          look,
        ) +
        note({ x: 960, y: 250, width: 280, height: 120 }, ['FRONTS LEFT', 'cold 2, warm 1'], look) +
        meter({ x: 980, y: 336, width: 240, height: 18 }, 0.6, look) +
        label('Day 11: the bride’s mother and the farmer are the same person', 40, 690, look, {
          fill: paper,
          size: 22,
          extra: `stroke="${ink}" stroke-width="6" paint-order="stroke"`,
        }),
    ),
  () =>
    svg(
      screenSize,
      chart([
        { x: 300, y: 420, r: 210, seed: 23 },
        { x: 900, y: 300, r: 240, seed: 52 },
      ]) +
        front(330, 300, 560, -120, 'warm', 1.2) +
        front(380, 600, 520, 90, 'cold', 1.2) +
        cloud(240, 200, 0.7, 3) +
        cloud(1010, 480, 0.9, 4) +
        house(300, 440, cold) +
        house(880, 330, warm) +
        house(940, 360, '#e9d690') +
        centre('H', 600, 500, 76) +
        line('M600 440L600 330', paper, 8, 'stroke-dasharray="2 16"') +
        label('drag the high north', 640, 380, look, {
          fill: paper,
          extra: `stroke="${ink}" stroke-width="6" paint-order="stroke"`,
        }) +
        note({ x: 40, y: 40, width: 330, height: 90 }, ['SOLVED IN 3 MOVES', 'forecasters’ record: 2'], look, 20),
    ),
]
