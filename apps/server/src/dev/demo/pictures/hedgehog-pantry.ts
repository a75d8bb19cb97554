import { meter, note } from '../drawing/interface.ts'
import {
  at,
  blob,
  circle,
  coverSize,
  ellipse,
  headerSize,
  line,
  path,
  px,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
  titles,
} from '../svg.ts'

const [cream, brown, rust, moss, berry] = ['#fdf3dc', '#5a3a29', '#d9702c', '#7f9a4f', '#c23b4a']

/** A hedgehog that walks right, with whatever fell onto its back. */
function hedgehog(x: number, y: number, scale: number, flip = false): string {
  const spines = scatter(64, 17, (next, i) => {
    const angle = Math.PI * (0.98 + (i / 63) * 0.96)
    const far = 74 + next() * 26
    const root = 40 + next() * 34
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    return line(
      `M${px(-16 + c * root)} ${px(-30 + s * root * 0.9)}L${px(-16 + c * far - 8)} ${px(-30 + s * far * 0.9)}`,
      i % 3 ? '#4a2f22' : '#8a6344',
      5,
    )
  })
  return at(
    x,
    y,
    ellipse(0, 6, 104, 10, '#000', 'opacity="0.12"') +
      path('M-96 0C-116-70-70-112-16-112C50-112 74-76 82-46C100-40 126-24 132-12C128-2 104 2 84 0Z', '#7a5238') +
      spines +
      path('M44 0C30-40 48-64 76-58C100-50 128-26 132-12C128 0 90 4 44 0Z', '#e9c08f') +
      circle(132, -14, 9, '#2b1a12') +
      circle(92, -34, 6, '#2b1a12') +
      circle(94, -36, 2, '#fff') +
      ellipse(60, -52, 12, 14, '#c79a6b') +
      circle(84, -16, 10, '#e89a86', 'opacity="0.7"') +
      [-50, -18, 40, 70].map((foot) => ellipse(foot, 2, 15, 8, '#c79a6b')).join(''),
    { scale, flip },
  )
}

function mushroom(x: number, y: number, scale: number, cap = berry): string {
  return at(
    x,
    y,
    path('M-14 0Q-8-30-12-44H12Q8-30 14 0Z', cream) +
      path('M-44-38Q-40-90 0-90Q40-90 44-38Q0-24-44-38Z', cap) +
      circle(-16, -64, 7, cream) +
      circle(12, -72, 6, cream) +
      circle(24, -52, 5, cream),
    { scale },
  )
}

const apple = (x: number, y: number, scale: number, fill = berry): string =>
  at(
    x,
    y,
    path('M0-16C-30-30-36 22-8 26Q0 22 8 26C36 22 30-30 0-16Z', fill) +
      line('M0-16Q2-28 8-32', brown, 4) +
      path('M4-26Q20-40 28-28Q14-20 4-26Z', moss),
    { scale },
  )

const leaf = (x: number, y: number, scale: number, turn: number, fill: string): string =>
  at(x, y, path('M0-24Q26-10 0 26Q-26-10 0-24Z', fill) + line('M0-14V34', brown, 2), { scale, turn })

const leaves = (size: Size, count: number, from: number, to: number): string =>
  scatter(count, 23, (next) =>
    leaf(
      next() * size.width,
      from + next() * (to - from),
      0.4 + next() * 0.6,
      next() * 360,
      [rust, '#e8a33a', berry, '#b9542a'][Math.floor(next() * 4)] ?? rust,
    ),
  )

function tree(x: number, y: number, scale: number, fill: string, seed: number): string {
  return at(
    x,
    y,
    path('M-16 0Q-8-90-14-160H14Q8-90 18 0Z', brown) +
      path(blob(0, -220, 110, seed, 0.22, 10), fill) +
      path(blob(-24, -240, 56, seed + 1, 0.3, 8), '#fff', 'opacity="0.13"'),
    { scale },
  )
}

function jar(x: number, y: number, fill: string, scale = 1): string {
  return at(
    x,
    y,
    path('M-24 0V-50Q-24-60-16-62H16Q24-60 24-50V0Z', fill, 'opacity="0.92"') +
      rect(-19, -74, 38, 14, cream, `stroke="${brown}" stroke-width="2"`) +
      rect(-16, -38, 32, 22, cream) +
      line('M-10-27H10', brown, 2) +
      rect(-18, -54, 6, 40, '#fff', 'opacity="0.35" rx="3"'),
    { scale },
  )
}

const preserves = [berry, '#e8a33a', '#6d3b73', moss, rust]

function shelf(x: number, y: number, count: number, from = 0): string {
  return (
    rect(x, y, count * 58 + 20, 10, '#8a5a38', 'rx="4"') +
    repeat(count, (i) => jar(x + 38 + i * 58, y, preserves[(i + from) % preserves.length] ?? berry))
  )
}

/** The wood in the afternoon, down to where its ground begins. */
function wood(size: Size, ground: number): string {
  const hills = path(
    `M0 ${ground - 90}Q${size.width * 0.3} ${ground - 190} ${size.width * 0.6} ${ground - 90}T${size.width} ${ground - 120}V${ground}H0Z`,
    '#e6c878',
  )
  const trees = repeat(Math.ceil(size.width / 130), (i) =>
    tree(
      40 + i * 130 + (i % 2) * 30,
      ground + 6,
      0.75 + (i % 3) * 0.18,
      [rust, '#e8a33a', '#c9552f', '#b9a23f'][i % 4] ?? rust,
      5 + i,
    ),
  )
  return (
    rect(0, 0, size.width, size.height, '#fbe7bb') +
    circle(size.width * 0.8, ground * 0.32, 54, '#f7c35f') +
    hills +
    trees +
    path(
      `M0 ${ground}Q${size.width / 4} ${ground - 16} ${size.width / 2} ${ground}T${size.width} ${ground}V${size.height}H0Z`,
      '#a9b05c',
    )
  )
}

/** A round room under the roots. */
function burrow(x: number, y: number, r: number, seed: number): string {
  return (
    path(blob(x, y, r + 12, seed, 0.1, 12), '#3d2618') +
    path(blob(x, y, r, seed, 0.1, 12), '#caa06a') +
    path(blob(x, y - 6, r * 0.86, seed, 0.1, 12), '#dab57e')
  )
}

const title = titles(() => ({
  family: 'serif',
  extra: `stroke="${cream}" stroke-width="12" paint-order="stroke" stroke-linejoin="round"`,
}))

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    wood(coverSize, 590) +
      mushroom(90, 660, 1.1) +
      mushroom(140, 690, 0.7, rust) +
      hedgehog(310, 720, 1.7) +
      apple(250, 540, 1.5) +
      leaf(330, 540, 1.4, 30, rust) +
      mushroom(196, 560, 0.7) +
      leaves(coverSize, 20, 730, 800) +
      title('THE HEDGEHOG’S', 300, 100, 58, 480, brown, 'middle') +
      title('PANTRY', 300, 188, 88, 380, berry, 'middle'),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    wood(headerSize, 380) +
      hedgehog(850, 450, 1.5) +
      apple(800, 290, 1.4) +
      leaf(872, 290, 1.3, 30, rust) +
      mushroom(1080, 440, 1.2) +
      mushroom(1130, 462, 0.7, rust) +
      leaves(headerSize, 24, 456, 500) +
      title('THE HEDGEHOG’S', 60, 190, 66, 480, brown, 'start') +
      title('PANTRY', 60, 290, 100, 400, berry, 'start'),
  )

const look = { ground: cream, ink: brown, edge: '#c79a6b', accent: berry, family: 'serif', radius: 16 } as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      wood(screenSize, 200) +
        rect(0, 200, 1280, 520, '#6b4630') +
        scatter(60, 9, (next) =>
          ellipse(next() * 1280, 230 + next() * 480, 6 + next() * 16, 4 + next() * 8, '#7d5539'),
        ) +
        burrow(330, 450, 190, 3) +
        burrow(760, 480, 170, 8) +
        burrow(1090, 390, 120, 5) +
        line('M500 490Q560 540 600 500M920 450Q960 440 980 420', '#caa06a', 54) +
        shelf(196, 390, 4) +
        shelf(206, 490, 4, 2) +
        hedgehog(330, 610, 0.7) +
        shelf(650, 440, 3, 1) +
        apple(700, 600, 1.2) +
        apple(750, 608, 1.2, '#e8a33a') +
        mushroom(830, 620, 0.9) +
        rect(1020, 420, 140, 40, '#b9542a', 'rx="14"') +
        rect(1020, 396, 46, 34, cream, 'rx="12"') +
        note({ x: 40, y: 30, width: 270, height: 110 }, ['October, day 19', 'Snow in 23 days'], look) +
        meter({ x: 64, y: 112, width: 220, height: 14 }, 0.62, look),
    ),
  () =>
    svg(
      screenSize,
      wood(screenSize, 470) +
        hedgehog(520, 600, 1.1) +
        apple(500, 480, 1) +
        mushroom(760, 590, 1.1) +
        mushroom(860, 610, 0.8, rust) +
        mushroom(250, 600, 0.9, '#b9a23f') +
        leaves(screenSize, 34, 500, 720) +
        note(
          { x: 870, y: 60, width: 360, height: 180 },
          ['Magpie wants', 'something shiny', 'for: one honest weather', 'forecast'],
          look,
        ) +
        repeat(6, (i) => rect(360 + i * 96, 636, 84, 68, cream, 'rx="14" stroke="#c79a6b" stroke-width="3"')) +
        apple(402, 668, 0.9) +
        mushroom(498, 696, 0.55) +
        leaf(594, 668, 0.9, 20, rust) +
        jar(690, 700, '#6d3b73', 0.75),
    ),
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, '#3d2618') +
        burrow(640, 360, 560, 12) +
        rect(0, 0, 1280, 720, '#e88a2a', 'opacity="0.18"') +
        shelf(300, 260, 5) +
        shelf(680, 260, 5, 3) +
        at(
          980,
          560,
          rect(-90, -150, 180, 150, '#7d5539', 'rx="20"') +
            path('M-50 0V-60Q0-120 50-60V0Z', '#2b1a12') +
            path('M-24 0Q-34-40 0-66Q34-40 24 0Z', '#ff9d2e'),
        ) +
        hedgehog(520, 600, 1.3) +
        hedgehog(790, 606, 0.7, true) +
        note(
          { x: 290, y: 310, width: 470, height: 100 },
          ['“It is snowing.”', '“Let it. We have nine jars of plum.”'],
          look,
        ),
    ),
]
