import { pixels } from '../drawing/pixels.ts'
import { coverSize, headerSize, lettering, random, repeat, type Size, svg } from '../svg.ts'

const inks: Record<string, string> = {
  k: '#17121f',
  s: '#f2c9a1',
  h: '#7a4a2b',
  w: '#f4f1ea',
  b: '#3f6fb5',
  t: '#d8413c',
  g: '#8fd14f',
  d: '#4f8a2e',
  y: '#ffd447',
  p: '#5b5470',
  m: '#9aa3b5',
}

/** An intern with a folder for a shield; each letter is one pixel. */
const intern = [
  '....hhhhh.....',
  '...hhhhhhh....',
  '...hsssssh..m.',
  '...skssks...m.',
  '...sssssss..m.',
  '....sskss...m.',
  '..wwwwtwwww.m.',
  '.wwwwwtwwwwyyy',
  'ybbywwtwwwwss.',
  'ybbyywtwwww.k.',
  'ybbbywwwww....',
  'yyyyypppp.....',
  '....pp.ppp....',
  '....pp..pp....',
  '...kkk..kkk...',
]

const slime = [
  '....gggg....',
  '..gggggggg..',
  '.gggggggggg.',
  'gggkwggkwggg',
  'gggkkggkkggg',
  'gggggggggggg',
  'dggkkkkkkggd',
  'dddggggggddd',
  '.dddddddddd.',
]

function wall({ width, height }: Size): string {
  const next = random(5)
  const columns = Math.ceil(width / 60) + 1
  const rows = Math.ceil(height / 30)
  const bricks = repeat(columns * rows, (i) => {
    const row = Math.floor(i / columns)
    const shade = ['#2b2338', '#2f273e', '#272033', '#342b45'][Math.floor(next() * 4)]
    return `<rect x="${(i % columns) * 60 - (row % 2) * 30}" y="${row * 30}" width="56" height="26" fill="${shade}"/>`
  })
  return `<rect width="${width}" height="${height}" fill="#1c1626"/>${bricks}`
}

function torch(x: number, y: number): string {
  return `<g shape-rendering="crispEdges"><circle cx="${x + 12}" cy="${y}" r="150" fill="#ffb347" opacity="0.10"/><circle cx="${x + 12}" cy="${y}" r="85" fill="#ffb347" opacity="0.16"/>${pixels(['.y..', 'yyt.', 'ytty', '.tt.', '.hh.', '.hh.', '.hh.'], x - 12, y - 40, 12, inks)}</g>`
}

function floor({ width, height }: Size, y: number): string {
  return `<rect y="${y}" width="${width}" height="${height - y}" fill="#3d3350"/>${repeat(Math.ceil(width / 48), (i) => `<rect x="${i * 48}" y="${y}" width="${i % 2 ? 44 : 46}" height="12" fill="#6b5c87"/>`)}`
}

const chunky = 'stroke="#17121f" stroke-width="14" paint-order="stroke"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    wall(coverSize) +
      torch(80, 330) +
      torch(500, 330) +
      floor(coverSize, 690) +
      pixels(intern, 62, 390, 20, inks) +
      pixels(slime, 376, 582, 12, inks) +
      lettering('UNPAID', { x: 300, y: 128, size: 96, fill: '#ffd447', family: 'mono', fit: 440, extra: chunky }) +
      lettering('DUNGEON', { x: 300, y: 216, size: 96, fill: '#f4f1ea', family: 'mono', fit: 500, extra: chunky }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    wall(headerSize) +
      torch(640, 170) +
      torch(1110, 170) +
      floor(headerSize, 440) +
      pixels(intern, 700, 185, 17, inks) +
      pixels(slime, 966, 314, 14, inks) +
      lettering('UNPAID', {
        x: 60,
        y: 210,
        size: 110,
        fill: '#ffd447',
        family: 'mono',
        fit: 450,
        anchor: 'start',
        extra: chunky,
      }) +
      lettering('DUNGEON', {
        x: 60,
        y: 318,
        size: 110,
        fill: '#f4f1ea',
        family: 'mono',
        fit: 510,
        anchor: 'start',
        extra: chunky,
      }),
  )

/** 1280x720 each. */
export const screenshots: (() => string)[] = []
