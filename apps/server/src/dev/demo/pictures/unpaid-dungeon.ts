import { pixels } from '../drawing/pixels.ts'
import { coverSize, headerSize, lettering, random, repeat, type Size, screenSize, svg } from '../svg.ts'

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
  const shades = ['#2b2338', '#2f273e', '#272033', '#342b45']
  const places = Array.from({ length: columns * rows }, (_, i) => {
    const row = Math.floor(i / columns)
    return { x: (i % columns) * 60 - (row % 2) * 30, y: row * 30, shade: shades[Math.floor(next() * 4)] }
  })
  const bricks = shades.map((shade) => {
    const mine = places.filter((place) => place.shade === shade)
    return `<path fill="${shade}" d="${mine.map(({ x, y }) => `M${x} ${y}h56v26h-56z`).join('')}"/>`
  })
  return `<rect width="${width}" height="${height}" fill="#1c1626"/>${bricks.join('')}`
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

const say = (text: string, x: number, y: number, size: number, fill = '#f4f1ea'): string =>
  lettering(text, {
    x,
    y,
    size,
    fill,
    family: 'mono',
    anchor: 'start',
    extra: 'stroke="#17121f" stroke-width="6" paint-order="stroke"',
  })

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      wall(screenSize) +
        torch(220, 240) +
        torch(980, 240) +
        floor(screenSize, 560) +
        pixels(intern, 240, 395, 11, inks) +
        pixels(slime, 560, 470, 10, inks) +
        pixels(slime, 730, 470, 10, { ...inks, g: '#c58cff', d: '#8c4ad6' }) +
        pixels(slime, 920, 434, 14, { ...inks, g: '#ffb347', d: '#c26a1d' }) +
        say('FLOOR 12: ACCOUNTING', 40, 62, 32, '#ffd447') +
        say('HP 7/20   COFFEE 2   MORALE -3', 40, 106, 24) +
        say('> letter opener: 4 damage, 85%', 40, 640, 26) +
        say('> stapler + lightning: see a lawyer', 40, 682, 26, '#8fd14f') +
        say('-4', 590, 450, 36, '#d8413c'),
    ),
  () =>
    svg(
      screenSize,
      wall(screenSize) +
        torch(120, 300) +
        floor(screenSize, 560) +
        pixels(intern, 200, 310, 17, inks) +
        `<rect x="560" y="80" width="640" height="440" fill="#17121f" stroke="#ffd447" stroke-width="6"/>` +
        say('PERFORMANCE REVIEW', 600, 150, 36, '#ffd447') +
        ['Died of: one more room', 'Slimes pacified: 31', 'Vending machines: 4', 'Overtime: yes', 'Paid: no']
          .map((text, i) => say(text, 600, 220 + i * 50, 28))
          .join('') +
        say('[ Reapply ]   [ Resign ]', 600, 490, 30, '#8fd14f'),
    ),
]
