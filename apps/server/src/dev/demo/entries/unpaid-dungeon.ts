import type { DemoGame } from '../demo-game.ts'
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

function pixels(rows: string[], x: number, y: number, unit: number): string {
  return rows
    .flatMap((row, j) =>
      [...row].map((ink, i) =>
        ink === '.'
          ? ''
          : `<rect x="${x + i * unit}" y="${y + j * unit}" width="${unit + 0.5}" height="${unit + 0.5}" fill="${inks[ink]}"/>`,
      ),
    )
    .join('')
}

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
  return `<g shape-rendering="crispEdges"><circle cx="${x + 12}" cy="${y}" r="150" fill="#ffb347" opacity="0.10"/><circle cx="${x + 12}" cy="${y}" r="85" fill="#ffb347" opacity="0.16"/>${pixels(['.y..', 'yyt.', 'ytty', '.tt.', '.hh.', '.hh.', '.hh.'], x - 12, y - 40, 12)}</g>`
}

function floor({ width, height }: Size, y: number): string {
  return `<rect y="${y}" width="${width}" height="${height - y}" fill="#3d3350"/>${repeat(Math.ceil(width / 48), (i) => `<rect x="${i * 48}" y="${y}" width="${i % 2 ? 44 : 46}" height="12" fill="#6b5c87"/>`)}`
}

const chunky = 'stroke="#17121f" stroke-width="14" paint-order="stroke"'

export const unpaidDungeon: DemoGame = {
  slug: 'unpaid-dungeon',
  title: { en: 'Unpaid Dungeon', ru: 'Подземелье без оплаты' },
  shortDescription: {
    en: 'A roguelike about an internship. Descend forty floors of middle management armed with a letter opener, and remember: death is not an excused absence.',
    ru: 'Роуглайк про стажировку. Спуститесь на сорок этажей вглубь среднего звена с ножом для писем в руке и помните: смерть — не уважительная причина для прогула.',
  },
  description: {
    en: 'The Dark Lord is hiring. The position is junior, the dungeon is open-plan and the exposure is mostly to fire. Every run deals you a new department: fight passive slimes, negotiate with a mimic from Accounting, and loot vending machines older than the kingdom. Turn-based, quick to the hand and honest about its dice: every number is on screen, so each death can be traced to one exact decision, usually "I can take one more room". Two hundred items combine in ways we have stopped documenting. Stapler plus lightning is a build. Survive to floor forty and you may be considered for a contract. Nobody has read the contract. Daily seeds, full gamepad support and a button that says Resign.',
    ru: 'Тёмный Властелин набирает людей. Должность младшая, подземелье — опенспейс, а гореть на работе предстоит в прямом смысле. Каждый забег — новый отдел: усмиряйте вялых слизней, договаривайтесь с мимиком из бухгалтерии, грабьте торговые автоматы, которые старше королевства. Ходы пошаговые, рука привыкает быстро, кубики честные: все числа на экране, так что у каждой гибели есть точный адрес — обычно это решение «ещё одну комнату потяну». Две сотни предметов сочетаются так, что описывать это мы уже перестали. Степлер с молнией — это билд. Дойдёте до сорокового этажа — вас, возможно, оформят. Договор никто не читал. Ежедневные забеги, геймпад и кнопка «Уволиться».',
  },
  developer: 'Coffee Break Crypt',
  publisher: 'Long Platform',
  releaseDate: '2026-02-05',
  tags: ['roguelike', 'turn-based', 'comedy', 'pixel-art', 'singleplayer'],
  price: 1299,
  popularity: 35,
  platforms: ['windows', 'linux', 'macos'],
  cover: () =>
    svg(
      coverSize,
      wall(coverSize) +
        torch(80, 330) +
        torch(500, 330) +
        floor(coverSize, 690) +
        pixels(intern, 62, 390, 20) +
        pixels(slime, 376, 582, 12) +
        lettering('UNPAID', { x: 300, y: 128, size: 96, fill: '#ffd447', family: 'mono', fit: 440, extra: chunky }) +
        lettering('DUNGEON', { x: 300, y: 216, size: 96, fill: '#f4f1ea', family: 'mono', fit: 500, extra: chunky }),
    ),
  header: () =>
    svg(
      headerSize,
      wall(headerSize) +
        torch(640, 170) +
        torch(1110, 170) +
        floor(headerSize, 440) +
        pixels(intern, 700, 185, 17) +
        pixels(slime, 966, 314, 14) +
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
    ),
}
