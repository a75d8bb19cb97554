import { pixels } from '../drawing/pixels.ts'
import { circle, coverSize, headerSize, lettering, rect, repeat, type Size, scatter, screenSize, svg } from '../svg.ts'

const inks: Record<string, string> = {
  k: '#140f24',
  w: '#f4f4ff',
  g: '#a9b0cf',
  d: '#666d94',
  v: '#6ae4ff',
  b: '#2a6fdb',
  o: '#ff9a3d',
  y: '#ffd84d',
  r: '#ff4d6d',
  p: '#8c4ad6',
  m: '#c58cff',
  n: '#3ddc84',
  e: '#1f8f5f',
  t: '#8a5a3a',
}

/** She has the night shift and a mop. */
const janitor = [
  '....wwwwww......',
  '...wwggggww.....',
  '..wwvvvvvvww....',
  '..wvvwvvvvvw....',
  '..wvvvvvvvvw....',
  '..wwvvvvvvww....',
  '...wwwwwwww.....',
  '..ooyyyyyyoo..t.',
  '.ooooyyyyoooo.t.',
  '.owoooyyooowwwt.',
  '.wwwooooooowwww.',
  '.ww.ooooooo...t.',
  '....obbbboo...t.',
  '....oooooo....t.',
  '....ooo.ooo...t.',
  '....ooo.ooo..ttt',
  '...kkkk.kkkk.wgw',
  '...kkkk.kkkkwgwg',
]

/** What was spilled, and minds. */
const spill = [
  '....nnnn....',
  '..nnnnnnnn..',
  '.nnwwnnwwnn.',
  '.nnwknnwknn.',
  'nnnnnnnnnnnn',
  'nnnkkkkkknnn',
  'ennnnnnnnnne',
  '.eennnnnnee.',
  '..ee.ee.ee..',
]
const bucket = ['d......d', '.dddddd.', 'bbbbbbbb', 'bvvvvvvb', 'bbbbbbbb', '.bbbbbb.', '.bbbbbb.', '..bbbb..']
const crate = ['tttttttt', 'tootttot', 'totototo', 'tottttot', 'tootttot', 'totototo', 'tootttot', 'tttttttt']
const heart = ['rr.rr', 'rrrrr', '.rrr.', '..r..']

const stars = (size: Size, count: number): string =>
  scatter(count, 4, (next) => {
    const s = 3 + Math.floor(next() * 3) * 2
    return rect(
      Math.round(next() * size.width),
      Math.round(next() * size.height),
      s,
      s,
      next() < 0.2 ? '#ffd84d' : '#cfd6ff',
      `opacity="${next() < 0.5 ? 0.5 : 0.95}"`,
    )
  })

/** A planet of squares: bands of colour in a round heap of rows. */
function planet(x: number, y: number, r: number, unit: number): string {
  const bands = ['#ff9a3d', '#ff7a4d', '#e8496b', '#c13a86', '#8c4ad6']
  const rows = Math.floor((r * 2) / unit)
  return `<g shape-rendering="crispEdges">${repeat(rows, (i) => {
    const dy = (i + 0.5) * unit - r
    const half = Math.round(Math.sqrt(r * r - dy * dy) / unit) * unit
    return (
      rect(
        x - half,
        y - r + i * unit,
        half * 2,
        unit + 0.3,
        bands[Math.floor((i / rows) * 4 + (i % 3 === 0 ? 0.7 : 0))] ?? '',
      ) + rect(x + half * 0.4, y - r + i * unit, half * 0.6, unit + 0.3, '#2a1150', 'opacity="0.35"')
    )
  })}</g>`
}

/** The wall of a station: panels, rivets, a floor with stripes. */
function deck(size: Size, y: number): string {
  return (
    rect(0, y, size.width, size.height - y, '#34305c') +
    repeat(
      Math.ceil(size.width / 80),
      (i) =>
        rect(i * 80, y, 40, 14, '#ffd84d') +
        rect(i * 80 + 40, y, 40, 14, '#140f24') +
        rect(i * 80 + 6, y + 30, 68, 60, '#413c70') +
        rect(i * 80 + 12, y + 36, 8, 8, '#6a64a3') +
        rect(i * 80 + 60, y + 36, 8, 8, '#6a64a3'),
    )
  )
}

const chunky = 'stroke="#140f24" stroke-width="16" paint-order="stroke"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    rect(0, 0, 600, 800, '#140f24') +
      stars(coverSize, 90) +
      planet(400, 330, 180, 12) +
      deck(coverSize, 690) +
      pixels(janitor, 80, 366, 18, inks) +
      pixels(spill, 390, 582, 12, inks) +
      lettering('MOP', { x: 206, y: 136, size: 120, fill: '#ffd84d', family: 'mono', fit: 260, extra: chunky }) +
      lettering('& VOID', { x: 330, y: 232, size: 96, fill: '#6ae4ff', family: 'mono', fit: 400, extra: chunky }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    rect(0, 0, 1200, 500, '#140f24') +
      stars(headerSize, 110) +
      planet(920, 200, 160, 12) +
      deck(headerSize, 430) +
      pixels(janitor, 640, 160, 15, inks) +
      pixels(spill, 930, 322, 12, inks) +
      pixels(bucket, 1090, 334, 12, inks) +
      lettering('MOP', {
        x: 60,
        y: 200,
        size: 130,
        fill: '#ffd84d',
        family: 'mono',
        fit: 280,
        anchor: 'start',
        extra: chunky,
      }) +
      lettering('& VOID', {
        x: 60,
        y: 310,
        size: 110,
        fill: '#6ae4ff',
        family: 'mono',
        fit: 460,
        anchor: 'start',
        extra: chunky,
      }),
  )

const say = (text: string, x: number, y: number, size = 26, fill = '#f4f4ff'): string =>
  lettering(text, { x, y, size, fill, family: 'mono', anchor: 'start' })

function platform(x: number, y: number, tiles: number): string {
  return repeat(
    tiles,
    (i) =>
      rect(x + i * 48, y, 46, 34, '#5a5496') +
      rect(x + i * 48, y, 46, 8, '#8c86c9') +
      rect(x + i * 48 + 6, y + 16, 10, 10, '#413c70'),
  )
}

const hud = (hearts: number, clean: string): string =>
  repeat(5, (i) => pixels(heart, 40 + i * 48, 34, 8, i < hearts ? inks : { r: '#413c70' })) +
  say(`CLEAN ${clean}`, 1010, 62, 30, '#ffd84d')

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, '#1d1836') +
        rect(160, 120, 420, 240, '#140f24', 'stroke="#5a5496" stroke-width="16"') +
        `<g transform="translate(160 120)">${scatter(30, 8, (next) => rect(Math.round(next() * 410), Math.round(next() * 230), 4, 4, '#cfd6ff'))}</g>` +
        planet(430, 270, 70, 10) +
        deck(screenSize, 620) +
        platform(640, 470, 5) +
        platform(960, 340, 5) +
        platform(60, 500, 4) +
        pixels(janitor, 300, 476, 8, inks) +
        pixels(spill, 720, 398, 8, inks) +
        pixels(spill, 1040, 548, 8, { ...inks, n: '#c58cff', e: '#8c4ad6' }) +
        pixels(crate, 1090, 276, 8, inks) +
        pixels(bucket, 110, 436, 8, inks) +
        hud(4, '61%') +
        say('DECK 7: CANTEEN', 470, 62, 30),
    ),
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, '#140f24') +
        stars(screenSize, 120) +
        planet(1060, 250, 170, 14) +
        platform(0, 560, 9) +
        platform(560, 480, 3) +
        platform(780, 400, 3) +
        pixels(janitor, 620, 320, 9, inks) +
        repeat(7, (i) => circle(820 + i * 44, 240 - Math.sin(i / 2) * 40, 9, '#6ae4ff', 'opacity="0.8"')) +
        pixels(spill, 120, 470, 10, { ...inks, n: '#ff4d6d', e: '#8c1f3d' }) +
        hud(2, '88%') +
        say('OUTSIDE. MIND THE SUDS.', 430, 62, 30),
    ),
  () =>
    svg(
      screenSize,
      rect(0, 0, 1280, 720, '#1d1836') +
        deck(screenSize, 640) +
        pixels(spill, 690, 160, 40, { ...inks, n: '#8c4ad6', e: '#4a2391' }) +
        pixels(janitor, 230, 440, 11, inks) +
        rect(320, 40, 640, 26, '#413c70') +
        rect(320, 40, 400, 26, '#ff4d6d') +
        say('THE COFFEE OF 2091', 450, 112, 34, '#ffd84d') +
        hud(3, '12%'),
    ),
]
