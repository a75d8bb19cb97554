import { label } from '../drawing/interface.ts'
import {
  at,
  blob,
  circle,
  coverSize,
  gradient,
  headerSize,
  lettering,
  line,
  path,
  px,
  random,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
} from '../svg.ts'

const [rice, ink, seal] = ['#f1ebdd', '#22262b', '#b8332a']

/** A hill washed in: dark along its ridge, gone in mist below. */
function hill(size: Size, base: number, rise: number, strength: number, seed: number): string {
  const next = random(seed)
  const steps = 26
  const [a, b, c] = [next() * 6, next() * 6, 1.5 + next() * 2]
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps
    const y = base - rise * (0.5 + 0.34 * Math.sin(t * 5 + a) + 0.16 * Math.sin(t * 13 * c + b)) - next() * rise * 0.06
    return `${px(t * size.width)} ${px(y)}`
  })
  return path(`M0 ${base + 90}L${points.join('L')}L${size.width} ${base + 90}Z`, 'url(#wash)', `opacity="${strength}"`)
}

/** One pull of the brush: thick where it begins, dry where it ends. */
function stroke(d: string, width: number, opacity = 1): string {
  return (
    line(d, ink, width, `opacity="${px(opacity * 0.85)}"`) +
    line(d, ink, width * 0.6, `opacity="${opacity}"`) +
    `<g transform="translate(${px(width * 0.2)} ${px(width * 0.3)})">${line(d, ink, Math.max(1, width * 0.16), `opacity="${px(opacity * 0.5)}" stroke-dasharray="${px(width * 4)} ${px(width)}"`)}</g>`
  )
}

/** The great wave, in five strokes and a spray. */
function wave(x: number, y: number, scale: number): string {
  return at(
    x,
    y,
    path(
      'M-330 150C-230 120-190-60-40-130C80-186 210-130 214-30C150-90 70-70 60 0C52 60 110 110 330 150Z',
      'url(#wash)',
      'opacity="0.9"',
    ) +
      stroke('M-330 150C-230 120-190-60-40-130C80-186 210-130 214-30', 20) +
      stroke('M214-30C150-92 70-70 60 0C52 64 120 116 330 150', 11, 0.8) +
      stroke('M-240 130C-170 70-130-40-20-86', 6, 0.55) +
      stroke('M-160 140C-110 70-80 0 10-50', 5, 0.45) +
      stroke('M-80 146C-50 90-40 40 20 0', 4, 0.4) +
      scatter(34, 5, (next) =>
        circle(120 + next() * 170, -190 + next() * 200, 1.5 + next() * 6, ink, `opacity="${px(0.3 + next() * 0.6)}"`),
      ),
    { scale },
  )
}

/** Somebody with a brush as tall as themselves. */
const writer = (x: number, y: number, scale: number): string =>
  at(
    x,
    y,
    path('M-22 0C-26-50-14-74 0-78C14-74 24-50 22 0Z', ink) +
      circle(0, -92, 14, ink) +
      path('M-34-98Q0-128 34-98Z', ink) +
      line('M14-56L62-110', ink, 5) +
      line('M30-74L-40 6', '#6b4a2f', 4) +
      path('M-34-4Q-52 18-46 24Q-26 14-30 2Z', ink),
    { scale },
  )

/** Lines of a script that nobody reads any more, written into the sand. */
function script(x: number, y: number, rows: number, columns: number, step: number, fade: number): string {
  return scatter(rows * columns, 31, (next, i) => {
    const [cx, cy] = [x + (i % columns) * step + next() * 6, y + Math.floor(i / columns) * step * 0.62]
    const bend = (k: number): string => px((next() - 0.5) * step * k)
    return line(
      `M${px(cx)} ${px(cy)}q${bend(0.8)} ${bend(0.5)} ${bend(0.7)} ${px(step * 0.26)}m${bend(0.4)} ${px(-step * 0.2)}q${bend(0.9)} ${bend(0.4)} ${bend(0.6)} ${bend(0.3)}`,
      '#5c5142',
      step / 12,
      `opacity="${px(Math.max(0.12, 0.85 - Math.floor(i / columns) * fade))}"`,
    )
  })
}

const stamp = (x: number, y: number, size: number): string =>
  at(
    x,
    y,
    rect(0, 0, size, size, seal, 'rx="6"') +
      line(
        `M${size * 0.2} ${size * 0.35}q${size * 0.15}-${size * 0.2} ${size * 0.3} 0t${size * 0.3} 0M${size * 0.2} ${size * 0.65}q${size * 0.15}-${size * 0.2} ${size * 0.3} 0t${size * 0.3} 0`,
        rice,
        size / 12,
      ),
    { turn: -4 },
  )

function paper(size: Size): string {
  const fibres = scatter(70, 3, (next) => {
    const [x, y] = [next() * size.width, next() * size.height]
    return line(
      `M${px(x)} ${px(y)}q${px(next() * 20 - 10)} ${px(next() * 10)} ${px(next() * 40 - 20)} ${px(next() * 16)}`,
      '#c9bea3',
      0.8,
      'opacity="0.5"',
    )
  })
  return `<defs>${gradient('wash', '#3a424b', '#7d858c', '#f1ebdd').replace('#f1ebdd"', '#f1ebdd" stop-opacity="0"')}</defs>${rect(0, 0, size.width, size.height, rice)}${fibres}`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    paper(coverSize) +
      circle(150, 190, 74, seal, 'opacity="0.88"') +
      hill(coverSize, 330, 130, 0.3, 4) +
      hill(coverSize, 390, 110, 0.5, 9) +
      wave(320, 480, 0.96) +
      script(70, 660, 4, 10, 44, 0.2) +
      writer(486, 720, 0.8) +
      lettering('TIDEWRITER', {
        x: 300,
        y: 96,
        size: 64,
        fill: ink,
        family: 'serif',
        weight: 400,
        fit: 440,
        spacing: 4,
      }) +
      stamp(500, 736, 44),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    paper(headerSize) +
      circle(1010, 120, 62, seal, 'opacity="0.88"') +
      hill(headerSize, 260, 110, 0.3, 4) +
      hill(headerSize, 320, 90, 0.5, 9) +
      wave(800, 320, 0.86) +
      script(90, 400, 3, 12, 40, 0.25) +
      writer(580, 452, 0.62) +
      lettering('TIDEWRITER', {
        x: 84,
        y: 190,
        size: 76,
        fill: ink,
        family: 'serif',
        weight: 400,
        fit: 470,
        anchor: 'start',
      }) +
      stamp(86, 222, 44),
  )

const look = { ground: rice, ink, edge: '#8c8470', accent: seal, family: 'serif', radius: 4 } as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      paper(screenSize) +
        circle(1040, 130, 56, seal, 'opacity="0.85"') +
        hill(screenSize, 220, 110, 0.4, 14) +
        path(
          `M0 330C200 300 380 350 640 326S1080 300 1280 332V430C1000 400 820 450 560 424S180 440 0 412Z`,
          'url(#wash)',
          'opacity="0.8"',
        ) +
        stroke('M0 416C180 444 320 410 560 428S1000 404 1280 434', 9, 0.6) +
        script(240, 470, 5, 15, 56, 0.17) +
        writer(1060, 640, 1) +
        label('Low water in 6 min', 48, 64, look, { size: 24, extra: 'font-style="italic"' }) +
        stamp(1200, 32, 46),
    ),
  () =>
    svg(
      screenSize,
      paper(screenSize) +
        path(blob(640, 340, 330, 8, 0.25, 12), '#e6dcc3') +
        line('M480 420C520 240 600 220 640 330S760 430 800 250', ink, 26, 'opacity="0.85"') +
        line('M560 470C640 440 720 450 780 480', ink, 18, 'opacity="0.7"') +
        circle(800, 250, 24, seal) +
        label('the sign for “to come back, but later than promised”', 640, 620, look, {
          anchor: 'middle',
          size: 26,
          extra: 'font-style="italic"',
        }) +
        repeat(6, (i) => circle(560 + i * 32, 664, 8, i < 3 ? ink : '#cfc5ad')) +
        stamp(60, 50, 46),
    ),
  () =>
    svg(
      screenSize,
      paper(screenSize) +
        hill(screenSize, 300, 150, 0.5, 22) +
        wave(620, 420, 1.2) +
        writer(200, 610, 0.9) +
        rect(330, 560, 820, 118, rice, 'rx="4" stroke="#8c8470" stroke-width="2"') +
        label('The sea has read your letter. It has three questions', 370, 610, look, { size: 26 }) +
        label('and one correction.', 370, 650, look, { size: 26 }),
    ),
]
