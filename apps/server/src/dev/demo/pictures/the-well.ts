import { label } from '../drawing/interface.ts'
import {
  circle,
  coverSize,
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

const [black, bone, blood] = ['#080807', '#e9e4d4', '#c5221f']

/** Rings of stones scratched out of black, seen from the bottom of a well; its mouth is at `x`, `y`. */
function shaft(x: number, y: number, mouth: number, rings: number): string {
  const next = random(66)
  const stones = repeat(rings, (ring) => {
    const inner = mouth * 1.32 ** ring
    const outer = inner * 1.26
    const count = 11 + (ring % 3)
    const turn = next() * 6
    return repeat(count, (i) => {
      const [a, b] = [turn + (i / count) * Math.PI * 2, turn + ((i + 0.88) / count) * Math.PI * 2]
      const lit = 1 - ring * 0.09
      const scratches = repeat(5, (k) => {
        const angle = a + ((b - a) * (k + 0.3 + next() * 0.4)) / 5
        const [from, to] = [inner + next() * (outer - inner) * 0.3, outer - next() * (outer - inner) * 0.45]
        return `M${px(x + Math.cos(angle) * from)} ${px(y + Math.sin(angle) * from)}L${px(x + Math.cos(angle) * to)} ${px(y + Math.sin(angle) * to)}`
      })
      const edge = `M${px(x + Math.cos(a) * inner)} ${px(y + Math.sin(a) * inner)}A${px(inner)} ${px(inner)} 0 0 1 ${px(x + Math.cos(b) * inner)} ${px(y + Math.sin(b) * inner)}`
      return `<path d="${edge}${scratches}" fill="none" stroke="${bone}" stroke-width="${px(1.4 + ring * 0.55)}" stroke-linecap="round" opacity="${px(Math.max(0.16, lit - next() * 0.25))}"/>`
    })
  })
  return stones
}

/** Who looks down. Nobody should. */
const watcher = (x: number, y: number, r: number): string =>
  circle(x, y, r, bone) +
  path(
    `M${x - r * 0.62} ${y + r * 0.8}Q${x - r * 0.5} ${y + r * 0.2} ${x - r * 0.2} ${y + r * 0.16}Q${x - r * 0.5} ${y - r * 0.5} ${x} ${y - r * 0.52}Q${x + r * 0.5} ${y - r * 0.5} ${x + r * 0.2} ${y + r * 0.16}Q${x + r * 0.5} ${y + r * 0.2} ${x + r * 0.62} ${y + r * 0.8}A${r} ${r} 0 0 1 ${x - r * 0.62} ${y + r * 0.8}Z`,
    black,
  ) +
  circle(x - r * 0.13, y - r * 0.14, r * 0.04, bone) +
  circle(x + r * 0.13, y - r * 0.14, r * 0.04, bone)

/** Days, five to a bundle; the last bundle is red. */
const tally = (x: number, y: number, bundles: number, size: number, last = true): string =>
  repeat(bundles, (i) => {
    const left = x + i * size * 2.1
    return line(
      `${repeat(4, (k) => `M${px(left + k * size * 0.36)} ${px(y)}l${k % 2 ? 3 : -2} ${size}`)}M${px(left - size * 0.2)} ${px(y + size * 0.8)}L${px(left + size * 1.3)} ${px(y + size * 0.2)}`,
      last && i === bundles - 1 ? blood : bone,
      size / 10,
    )
  })

const ground = (size: Size): string => rect(0, 0, size.width, size.height, black)

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    ground(coverSize) +
      shaft(300, 370, 74, 8) +
      watcher(300, 370, 70) +
      rect(0, 606, 600, 194, black, 'opacity="0.86"') +
      lettering('THE WELL', { x: 300, y: 672, size: 66, fill: bone, family: 'serif', fit: 360, weight: 400 }) +
      lettering('COUNTS BACK', { x: 300, y: 738, size: 58, fill: blood, family: 'serif', fit: 440, weight: 400 }) +
      tally(182, 756, 5, 24),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    ground(headerSize) +
      shaft(840, 240, 62, 9) +
      watcher(840, 240, 58) +
      rect(40, 130, 540, 260, black, 'opacity="0.88"') +
      lettering('THE WELL', {
        x: 70,
        y: 222,
        size: 84,
        fill: bone,
        family: 'serif',
        fit: 420,
        weight: 400,
        anchor: 'start',
      }) +
      lettering('COUNTS BACK', {
        x: 70,
        y: 304,
        size: 72,
        fill: blood,
        family: 'serif',
        fit: 470,
        weight: 400,
        anchor: 'start',
      }) +
      tally(78, 336, 5, 26),
  )

const look = { ground: black, ink: bone, edge: bone, accent: blood, family: 'serif', radius: 0 } as const

const match = (x: number, y: number): string =>
  circle(x, y - 150, 190, '#f6b73c', 'opacity="0.10"') +
  circle(x, y - 150, 100, '#f6b73c', 'opacity="0.16"') +
  line(`M${x + 20} ${y + 120}L${x} ${y - 110}`, '#b58a55', 12) +
  path(
    `M${x} ${y - 106}C${x - 30} ${y - 140} ${x - 8} ${y - 176} ${x} ${y - 206}C${x + 14} ${y - 170} ${x + 30} ${y - 140} ${x} ${y - 106}Z`,
    '#ffcf6b',
  )

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      ground(screenSize) +
        shaft(640, 280, 60, 9) +
        circle(640, 280, 56, bone) +
        match(940, 660) +
        label('matches: 4', 48, 672, look, { size: 24 }) +
        label('You say: “one”.', 640, 640, look, { size: 30, anchor: 'middle', extra: 'font-style="italic"' }),
    ),
  () =>
    svg(
      screenSize,
      ground(screenSize) +
        shaft(640, 280, 60, 9) +
        watcher(640, 280, 56) +
        label('Something says: “two”.', 640, 650, look, {
          size: 34,
          anchor: 'middle',
          fill: blood,
          extra: 'font-style="italic"',
        }),
    ),
  () =>
    svg(
      screenSize,
      ground(screenSize) +
        scatter(90, 3, (next) => {
          const [x, y] = [next() * 1280, next() * 720]
          return line(`M${px(x)} ${px(y)}l${px(next() * 60 - 30)} ${px(next() * 8)}`, bone, 1, 'opacity="0.12"')
        }) +
        repeat(6, (i) => tally(130 + (i % 2) * 20, 90 + i * 84, 9 - (i === 5 ? 4 : 0), 48, i === 5)) +
        label('This is your handwriting. You have been here one day.', 130, 650, look, { size: 28 }),
    ),
]
