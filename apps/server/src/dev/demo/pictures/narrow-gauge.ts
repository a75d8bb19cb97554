import { label, meter, note } from '../drawing/interface.ts'
import { block, type Grid, place, prism, tile } from '../drawing/isometric.ts'
import {
  at,
  circle,
  coverSize,
  ellipse,
  headerSize,
  line,
  path,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
  titles,
} from '../svg.ts'

interface Season {
  sky: string
  grass: readonly [string, string]
  earth: readonly [string, string]
  trees: readonly [string, string]
  roof: string
  lamp: boolean
}

const summer: Season = {
  sky: '#bfe3e0',
  grass: ['#a7cf72', '#9bc666'],
  earth: ['#b98a5b', '#96683f'],
  trees: ['#4f9a5f', '#3a7d4d'],
  roof: '#d8573f',
  lamp: false,
}
const winter: Season = {
  sky: '#c6d3e6',
  grass: ['#f3f6fa', '#e6ecf4'],
  earth: ['#a39a94', '#80766f'],
  trees: ['#dfe8ee', '#9fb6b8'],
  roof: '#c94f48',
  lamp: false,
}
const night: Season = {
  sky: '#1d2447',
  grass: ['#3d5a6c', '#365162'],
  earth: ['#3a3050', '#2a2340'],
  trees: ['#2f5560', '#234452'],
  roof: '#8a3a4c',
  lamp: true,
}

const [wood, rail, cream, ink] = ['#8a6242', '#5b5d68', '#fff6e0', '#2f2a3a']

/** Two rails and their sleepers across one field; `turn` runs them the other way. */
function track(grid: Grid, i: number, j: number, turn: boolean): string {
  const p = (a: number, b: number): string =>
    place(grid, i + (turn ? b : a), j + (turn ? a : b), 0)
      .map(Math.round)
      .join(' ')
  return (
    line(
      repeat(4, (k) => `M${p(0.12 + k * 0.25, 0.24)}L${p(0.12 + k * 0.25, 0.76)}`),
      wood,
      grid.unit * 0.055,
    ) + line(`M${p(0, 0.36)}L${p(1, 0.36)}M${p(0, 0.64)}L${p(1, 0.64)}`, rail, grid.unit * 0.04)
  )
}

function tree(grid: Grid, i: number, j: number, season: Season, tall = 1): string {
  const [x, y] = place(grid, i + 0.5, j + 0.5, 0)
  const u = grid.unit
  const cone = (base: number, wide: number, rise: number): string =>
    path(
      `M${x - wide * u} ${y - base * u}L${x} ${y - (base + rise) * u}V${y - base * u + wide * u * 0.4}Q${x - wide * u * 0.6} ${y - base * u + wide * u * 0.36} ${x - wide * u} ${y - base * u}Z`,
      season.trees[0],
    ) +
    path(
      `M${x + wide * u} ${y - base * u}L${x} ${y - (base + rise) * u}V${y - base * u + wide * u * 0.4}Q${x + wide * u * 0.6} ${y - base * u + wide * u * 0.36} ${x + wide * u} ${y - base * u}Z`,
      season.trees[1],
    )
  return (
    rect(x - u * 0.05, y - u * 0.26, u * 0.1, u * 0.3, wood) +
    cone(0.2, 0.34, 0.6 * tall) +
    cone(0.5 * tall, 0.26, 0.6 * tall)
  )
}

function house(grid: Grid, i: number, j: number, season: Season): string {
  const glow = season.lamp ? '#ffd76b' : '#7aa7c7'
  return (
    block(grid, [i + 0.12, j + 0.12, 0], [0.76, 0.76, 0.5], [cream, '#e6d6b4', '#cdb98f']) +
    prism(grid, [i + 0.04, j + 0.04, 0.5], [0.92, 0.92, 0.42], season.roof) +
    block(grid, [i + 0.24, j + 0.885, 0.16], [0.18, 0.005, 0.2], [glow, glow, glow]) +
    block(grid, [i + 0.56, j + 0.885, 0.02], [0.18, 0.005, 0.34], ['#6b4a38', '#6b4a38', '#6b4a38'])
  )
}

/** A small engine, its coach and its truck, along the row `j`, going towards larger `i`. */
function train(grid: Grid, i: number, j: number): string {
  const wheels = (from: number, count: number): string =>
    repeat(count, (k) => {
      const [x, y] = place(grid, from + 0.14 + k * 0.3, j + 0.78, 0.08)
      return ellipse(x, y, grid.unit * 0.085, grid.unit * 0.1, ink)
    })
  const [sx, sy] = place(grid, i + 0.8, j + 0.5, 0.95)
  return (
    wheels(i - 2.1, 3) +
    block(grid, [i - 2.15, j + 0.24, 0.12], [0.9, 0.52, 0.24], ['#b98a5b', '#9a6c42', '#7d5433']) +
    repeat(3, (k) => {
      const [x, y] = place(grid, i - 1.95 + k * 0.26, j + 0.5, 0.42)
      return circle(x, y, grid.unit * 0.15, ['#d9932f', '#c97f25', '#e0a545'][k] ?? wood)
    }) +
    wheels(i - 1.1, 3) +
    block(grid, [i - 1.15, j + 0.22, 0.12], [0.92, 0.56, 0.42], ['#3f8f86', '#2f7a72', '#235f59']) +
    block(grid, [i - 1.2, j + 0.18, 0.54], [1.02, 0.64, 0.06], [cream, '#e6d6b4', '#cdb98f']) +
    repeat(3, (k) =>
      block(grid, [i - 1.06 + k * 0.28, j + 0.782, 0.3], [0.17, 0.004, 0.16], ['#ffe9a8', '#ffe9a8', '#ffe9a8']),
    ) +
    wheels(i - 0.1, 4) +
    block(grid, [i - 0.14, j + 0.22, 0.12], [0.4, 0.56, 0.56], ['#e0523f', '#c23f30', '#992f26']) +
    block(grid, [i - 0.2, j + 0.16, 0.68], [0.52, 0.68, 0.07], [ink, '#221e2c', '#1a1722']) +
    block(grid, [i + 0.26, j + 0.28, 0.12], [0.76, 0.44, 0.36], ['#e0523f', '#c23f30', '#992f26']) +
    block(grid, [i + 0.7, j + 0.4, 0.48], [0.2, 0.2, 0.26], [ink, '#221e2c', '#1a1722']) +
    repeat(5, (k) =>
      circle(
        sx - k * grid.unit * 0.34,
        sy - k * grid.unit * 0.26,
        grid.unit * (0.14 + k * 0.07),
        '#fff',
        `opacity="${0.85 - k * 0.14}"`,
      ),
    )
  )
}

/** A piece of country, `size` fields square, with a line across its row `row`. */
function country(grid: Grid, size: number, row: number, season: Season, seed: number): string {
  const ground = block(grid, [0, 0, -0.7], [size, size, 0.7], [season.grass[0], season.earth[0], season.earth[1]])
  const fields = repeat(size * size, (n) =>
    ((n % size) + Math.floor(n / size)) % 2 ? tile(grid, n % size, Math.floor(n / size), season.grass[1]) : '',
  )
  const rails = repeat(size, (i) => track(grid, i, row, false))
  const growth = scatter(size * size, seed, (next, n) => {
    // From the back to the front, so that what is nearer covers what is farther.
    const [i, j] = [n % size, Math.floor(n / size)]
    const [dice, tall] = [next(), 0.8 + next() * 0.5]
    const behind =
      j === row
        ? ''
        : dice < (j > row ? 0.14 : 0.42)
          ? tree(grid, i, j, season, tall)
          : dice < 0.52 && j !== row + 1
            ? house(grid, i, j, season)
            : ''
    return behind + (j === row && i === size - 1 ? train(grid, size - 2.2, row) : '')
  })
  return ground + fields + rails + growth
}

const sky = ({ width, height }: Size, season: Season): string =>
  rect(0, 0, width, height, season.sky) +
  (season.lamp
    ? circle(width * 0.82, 110, 44, '#f4eccb') +
      scatter(70, 5, (next) => circle(next() * width, next() * height * 0.5, 0.8 + next() * 1.4, '#f4eccb'))
    : scatter(5, 3, (next) => {
        const [x, y] = [next() * width, 40 + next() * height * 0.3]
        return ellipse(x, y, 70, 16, '#fff', 'opacity="0.6"') + ellipse(x + 30, y - 12, 44, 16, '#fff', 'opacity="0.6"')
      }))

const title = titles(() => ({
  weight: 900,
  extra: `stroke="${cream}" stroke-width="14" paint-order="stroke" stroke-linejoin="round"`,
}))

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    sky(coverSize, summer) +
      country({ x: 300, y: 400, unit: 112 }, 5, 3, summer, 8) +
      title('NARROW', 300, 128, 96, 460, ink, 'middle') +
      title('GAUGE', 300, 226, 96, 380, '#d8573f', 'middle'),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    sky(headerSize, summer) +
      country({ x: 850, y: 130, unit: 112 }, 5, 3, summer, 8) +
      title('NARROW', 60, 220, 104, 440, ink, 'start') +
      title('GAUGE', 60, 330, 104, 360, '#d8573f', 'start'),
  )

const look = { ground: cream, ink, edge: '#cdb98f', accent: '#d8573f', family: 'sans', radius: 16 } as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      sky(screenSize, summer) +
        country({ x: 640, y: 130, unit: 176 }, 6, 3, summer, 31) +
        note(
          { x: 36, y: 36, width: 280, height: 170 },
          ['LINE No. 1', 'jam       14 crates', 'letters   3 sacks', 'goat      1 (return)'],
          look,
        ) +
        note({ x: 980, y: 36, width: 264, height: 110 }, ['08:14, on time', 'by local standards'], look) +
        repeat(5, (i) =>
          rect(
            400 + i * 98,
            640,
            86,
            66,
            cream,
            `rx="14" stroke="${i === 1 ? '#d8573f' : '#cdb98f'}" stroke-width="4"`,
          ),
        ) +
        ['rail', 'points', 'halt', 'signal', 'hill']
          .map((tool, i) => label(tool, 443 + i * 98, 680, look, { anchor: 'middle', size: 20 }))
          .join(''),
    ),
  () =>
    svg(
      screenSize,
      sky(screenSize, night) +
        country({ x: 640, y: 130, unit: 176 }, 6, 3, night, 12) +
        note(
          { x: 36, y: 36, width: 300, height: 130 },
          ['THE 23:50', 'one passenger, asleep,', 'do not whistle'],
          look,
        ),
    ),
  () =>
    svg(
      screenSize,
      sky(screenSize, winter) +
        country({ x: 640, y: 130, unit: 176 }, 6, 3, winter, 5) +
        scatter(120, 9, (next) => circle(next() * 1280, next() * 720, 1.5 + next() * 3, '#fff')) +
        note({ x: 36, y: 36, width: 300, height: 130 }, ['SNOW ON THE LINE', 'plough: 64 %', ''], look) +
        meter({ x: 58, y: 126, width: 256, height: 16 }, 0.64, look) +
        at(
          1130,
          110,
          circle(0, 0, 60, cream, 'stroke="#cdb98f" stroke-width="4"') + line('M0 0V-40M0 0L26 14', ink, 6),
        ),
    ),
]
