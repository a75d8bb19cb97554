import { choices, label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  ellipse,
  headerSize,
  lettering,
  line,
  path,
  rect,
  repeat,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

const [steel, dark, butter, coral, teal, plum] = ['#cfd6d8', '#27313a', '#f7d56a', '#ee6c4d', '#2a8c82', '#5a3d6b']

interface Coat {
  coat: string
  hair: string
  skin: string
  mood: 'stare' | 'hum' | 'phone' | 'up'
}

/** Somebody who would rather have taken the stairs. Feet at y = 0, 420 tall. */
function rider(x: number, y: number, scale: number, { coat, hair, skin, mood }: Coat): string {
  const eyes = mood === 'phone' ? 'M-26-334h16M10-334h16' : ''
  const pupil = mood === 'up' ? -344 : -334
  return at(
    x,
    y,
    rect(-46, -130, 40, 130, dark) +
      rect(6, -130, 40, 130, dark) +
      path('M-66 0H-2V-16H-50ZM66 0H2V-16H50Z', '#11181e') +
      path('M-84-110V-230Q-80-278-30-282H30Q80-278 84-230V-110Z', coat) +
      path('M-24-282L0-236L24-282Z', '#fff') +
      path('M-6-262H6L10-200L0-186L-10-200Z', dark) +
      rect(-16, -304, 32, 30, skin) +
      ellipse(0, -344, 52, 58, skin) +
      path('M-56-344Q-62-414 0-416Q62-414 56-344Q44-378 0-378Q-44-378-56-344Z', hair) +
      (eyes ? line(eyes, dark, 4) : circle(-18, pupil, 6, dark) + circle(18, pupil, 6, dark)) +
      line(mood === 'hum' ? 'M-8-310q8-8 16 0' : 'M-14-308H14', dark, 4) +
      (mood === 'phone' ? rect(-20, -220, 40, 64, dark, 'rx="6"') + rect(-15, -213, 30, 44, '#9fe7ff') : '') +
      path('M-84-230Q-108-160-90-100H-64L-60-210Z', coat, 'stroke="#0002" stroke-width="3"') +
      path('M84-230Q108-160 90-100H64L60-210Z', coat, 'stroke="#0002" stroke-width="3"'),
    { scale },
  )
}

const riders: readonly Coat[] = [
  { coat: coral, hair: '#3b2416', skin: '#f0c9a0', mood: 'stare' },
  { coat: teal, hair: '#d9d9d9', skin: '#d9a27a', mood: 'hum' },
  { coat: plum, hair: '#c2703a', skin: '#f3d3b3', mood: 'up' },
  { coat: '#4a6fa5', hair: '#1d1a1f', skin: '#8d5b3f', mood: 'phone' },
]

const anyRider = (x: number, y: number, scale: number, i: number): string => {
  const who = riders[i % riders.length]
  return who ? rider(x, y, scale, who) : ''
}

/** The car from inside: back wall, rail, lamp. */
function car({ width, height }: Size, left: number, right: number): string {
  const floor = height * 0.86
  return (
    rect(0, 0, width, height, dark) +
    rect(left, 0, right - left, height, steel) +
    repeat(4, (i) =>
      rect(left + 14 + (i * (right - left)) / 4, 70, (right - left) / 4 - 28, floor - 90, '#bcc5c8', 'rx="6"'),
    ) +
    path(`M${left} ${floor}H${right}L${right + 60} ${height}H${left - 60}Z`, '#8a6f5a') +
    rect(left, floor - 8, right - left, 10, '#6b5546') +
    rect(left + 20, floor * 0.66, right - left - 40, 12, '#8d989c', 'rx="6"') +
    rect((left + right) / 2 - 110, 0, 220, 22, butter, 'rx="8"') +
    path(
      `M${(left + right) / 2 - 110} 22L${left - 20} ${height}H${right + 20}L${(left + right) / 2 + 110} 22Z`,
      butter,
      'opacity="0.16"',
    )
  )
}

function buttons(x: number, y: number, scale: number, lit: string): string {
  const names = ['12', '11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1']
  return at(
    x,
    y,
    rect(-80, -60, 160, 480, '#e8ecee', 'rx="16" stroke="#8d989c" stroke-width="5"') +
      rect(-56, -42, 112, 58, dark, 'rx="8"') +
      lettering(lit === '7' ? '6½' : lit, { x: 0, y: 4, size: 42, fill: coral, family: 'mono' }) +
      names
        .map(
          (name, i) =>
            circle(
              i % 2 ? 34 : -34,
              62 + Math.floor(i / 2) * 62,
              25,
              name === lit ? butter : '#fff',
              `stroke="${name === lit ? coral : '#8d989c'}" stroke-width="5"`,
            ) + lettering(name, { x: i % 2 ? 34 : -34, y: 70 + Math.floor(i / 2) * 62, size: 22, fill: dark }),
        )
        .join(''),
    { scale },
  )
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    car(coverSize, 60, 540) +
      anyRider(180, 740, 1.12, 0) +
      anyRider(340, 748, 1.12, 1) +
      buttons(486, 330, 0.66, '7') +
      rect(0, 60, 600, 176, coral) +
      lettering('SEVENTH FLOOR,', { x: 300, y: 140, size: 66, fill: '#fff', fit: 520, weight: 900 }) +
      lettering('PLEASE', { x: 300, y: 210, size: 62, fill: butter, fit: 270, weight: 900 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    car(headerSize, 560, 1160) +
      anyRider(690, 476, 0.86, 0) +
      anyRider(830, 480, 0.86, 1) +
      anyRider(960, 476, 0.86, 2) +
      buttons(1090, 150, 0.62, '7') +
      rect(0, 130, 600, 230, coral) +
      lettering('SEVENTH FLOOR,', { x: 60, y: 228, size: 76, fill: '#fff', fit: 490, anchor: 'start', weight: 900 }) +
      lettering('PLEASE', { x: 60, y: 320, size: 76, fill: butter, fit: 300, anchor: 'start', weight: 900 }),
  )

const look = { ground: '#fff', ink: dark, edge: dark, accent: coral, family: 'sans', radius: 14 } as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      car(screenSize, 120, 760) +
        anyRider(260, 690, 1.2, 0) +
        anyRider(440, 696, 1.2, 3) +
        anyRider(620, 690, 1.2, 2) +
        buttons(820, 220, 0.8, '7') +
        note({ x: 930, y: 60, width: 310, height: 140 }, ['FLOOR 4', '“Cold out, isn’t it.”', 'It is June.'], look) +
        choices(
          { x: 930, y: 230, width: 310, height: 290 },
          ['Agree, warmly', 'Agree, coldly', 'Look at the 7'],
          2,
          look,
        ) +
        label('awkwardness', 930, 570, look, { fill: '#fff' }) +
        meter({ x: 930, y: 586, width: 310, height: 26 }, 0.78, { ...look, edge: '#fff' }),
    ),
  () =>
    svg(
      screenSize,
      car(screenSize, 300, 980) +
        anyRider(440, 690, 1.2, 1) +
        anyRider(840, 690, 1.2, 2) +
        buttons(640, 250, 0.6, '8') +
        rect(0, 0, 1280, 96, coral) +
        label('You have ridden past your floor out of politeness. 14 of 31 endings.', 640, 60, look, {
          anchor: 'middle',
          fill: '#fff',
          size: 30,
        }),
    ),
]
