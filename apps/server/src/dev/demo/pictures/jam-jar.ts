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

const [cream, ink, red] = ['#fff6e3', '#4a2430', '#c9304a']

/** The ten kinds of the real game, smallest first, in its own colours; see games/jam-jar/picture.js. */
const kinds: readonly (readonly [r: number, fill: string, leaf: string])[] = [
  [14, '#d7263d', '#5d8a3a'],
  [19, '#4b5fb8', '#2f3d80'],
  [26, '#8f1d3f', '#5d8a3a'],
  [33, '#ef4b4b', '#5d8a3a'],
  [41, '#7a4a9e', '#4f7d3a'],
  [50, '#f6a04d', '#5d8a3a'],
  [60, '#8fbf3f', '#6b4a2f'],
  [71, '#f2cf4a', '#6b4a2f'],
  [84, '#f0a3b4', '#5d8a3a'],
  [98, '#f0812b', '#5d8a3a'],
]

/** Something for the jar, with the face that it has in the game. */
function fruit(kind: number, x: number, y: number, scale = 1, turn = 0): string {
  const [r, fill, leaf] = kinds[kind] ?? [20, red, ink]
  const eye = (side: number): string =>
    circle(side * r * 0.32, -r * 0.04, r * 0.1, ink) + circle(side * r * 0.32 + r * 0.03, -r * 0.08, r * 0.035, '#fff')
  return at(
    x,
    y,
    circle(0, 0, r, fill) +
      path(
        `M${-r * 0.86} ${r * 0.5}A${r} ${r} 0 0 0 ${r * 0.98} ${r * 0.2}A${r * 1.1} ${r * 1.1} 0 0 1 ${-r * 0.86} ${r * 0.5}Z`,
        '#000',
        'opacity="0.12"',
      ) +
      ellipse(-r * 0.4, -r * 0.5, r * 0.26, r * 0.15, '#fff', 'opacity="0.55" transform="rotate(-30)"') +
      path(
        `M0 ${-r * 0.84}Q${r * 0.34} ${-r * 1.3} ${r * 0.66} ${-r * 1.02}Q${r * 0.4} ${-r * 0.72} 0 ${-r * 0.84}Z`,
        leaf,
      ) +
      eye(-1) +
      eye(1) +
      line(`M${-r * 0.14} ${r * 0.16}Q0 ${r * 0.32} ${r * 0.14} ${r * 0.16}`, ink, Math.max(1.5, r * 0.06)) +
      circle(-r * 0.5, r * 0.16, r * 0.11, '#ff9aa8', 'opacity="0.8"') +
      circle(r * 0.5, r * 0.16, r * 0.11, '#ff9aa8', 'opacity="0.8"'),
    { scale, turn },
  )
}

/** Gingham: two sets of broad stripes that darken where they cross. */
const gingham = ({ width, height }: Size, step: number, tint: string): string =>
  rect(0, 0, width, height, cream) +
  repeat(Math.ceil(width / step / 2), (i) => rect(i * step * 2, 0, step, height, tint, 'opacity="0.42"')) +
  repeat(Math.ceil(height / step / 2), (i) => rect(0, i * step * 2, width, step, tint, 'opacity="0.42"'))

/** A jar of 400 by 480 inside, its floor at y = 0; what lies in it comes between its back and its glass. */
function jar(x: number, y: number, scale: number, inside: string): string {
  const glass = 'M-200-500V-20Q-200 26-150 26H150Q200 26 200-20V-500Z'
  return at(
    x,
    y,
    ellipse(0, 34, 230, 26, '#000', 'opacity="0.14"') +
      path(glass, '#e9f5f2', 'opacity="0.9"') +
      inside +
      path(glass, 'none', 'stroke="#8fb8b5" stroke-width="10"') +
      rect(-176, -470, 22, 380, '#fff', 'rx="11" opacity="0.55"') +
      rect(-216, -528, 432, 34, '#b7d5d1', 'rx="16"'),
    { scale },
  )
}

const heap =
  fruit(9, -96, -76) +
  fruit(8, 104, -62, 1, 10) +
  fruit(7, 20, -190, 1, -8) +
  fruit(6, -116, -230, 1, 12) +
  fruit(5, 132, -196) +
  fruit(4, 100, -282, 1, -16) +
  fruit(3, -28, -292) +
  fruit(2, 44, -300) +
  fruit(3, 164, -268) +
  fruit(1, -76, -326) +
  fruit(0, 8, -338) +
  fruit(4, -150, -330, 1, 14) +
  fruit(2, 140, -340) +
  fruit(0, 74, -344)

function tag(x: number, y: number, scale: number): string {
  return at(
    x,
    y,
    rect(-170, -78, 340, 156, cream, `rx="14" stroke="${red}" stroke-width="5"`) +
      rect(-158, -66, 316, 132, 'none', `rx="8" stroke="${red}" stroke-width="1.5" stroke-dasharray="7 6"`) +
      lettering('A JAR OF', {
        x: 0,
        y: -20,
        size: 36,
        fill: ink,
        family: 'serif',
        fit: 170,
        extra: 'font-style="italic"',
      }) +
      lettering('JAM', { x: 0, y: 48, size: 76, fill: red, family: 'serif', fit: 210 }),
    { scale, turn: -3 },
  )
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    gingham(coverSize, 50, red) +
      jar(300, 700, 1.06, heap) +
      path('M62 142Q70 60 130 74Q170 30 230 66Q300 24 370 66Q430 30 470 74Q530 60 538 142L520 196H80Z', '#3f7f73') +
      path('M80 160H520L512 190H88Z', '#f3d16b') +
      fruit(2, 250, 40, 1.1, -14) +
      fruit(3, 340, 36, 1, 12) +
      tag(300, 290, 0.98),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    gingham(headerSize, 50, red) +
      jar(860, 440, 0.74, heap) +
      fruit(9, 620, 430, 0.7) +
      fruit(5, 1120, 450, 1) +
      fruit(4, 1090, 380, 0.9, 10) +
      tag(300, 250, 1.34),
  )

/** The screen of the game, at a moment. */
function moment(score: number, best: number, drop: { kind: number; x: number }, next: number, inside: string): string {
  return (
    gingham(screenSize, 40, '#3f9a86') +
    jar(640, 650, 1, inside) +
    line(`M${640 + drop.x} 120V620`, '#fff', 4, 'stroke-dasharray="4 14" opacity="0.9"') +
    fruit(drop.kind, 640 + drop.x, 84) +
    rect(40, 40, 250, 130, cream, 'rx="20"') +
    lettering(String(score), { x: 165, y: 112, size: 62, fill: red, family: 'serif' }) +
    lettering(`best ${best}`, { x: 165, y: 148, size: 24, fill: ink, family: 'serif', weight: 400 }) +
    rect(1010, 40, 230, 150, cream, 'rx="20"') +
    lettering('next', { x: 1125, y: 78, size: 24, fill: ink, family: 'serif', weight: 400 }) +
    fruit(next, 1125, 132)
  )
}

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () => svg(screenSize, moment(1284, 2046, { kind: 3, x: -60 }, 1, heap)),
  () =>
    svg(
      screenSize,
      moment(
        342,
        2046,
        { kind: 2, x: 90 },
        4,
        fruit(6, -130, -36) +
          fruit(5, -20, -26) +
          fruit(5, 90, -24) +
          fruit(3, 160, -60) +
          fruit(4, -60, -112) +
          fruit(2, 30, -92) +
          fruit(1, 164, -6) +
          fruit(0, 70, -88),
      ) +
        repeat(12, (i) =>
          at(660, 560, circle(64, 0, 7 - (i % 3) * 2, ['#f6a04d', '#ffd84d'][i % 2] ?? red), { turn: i * 30 }),
        ) +
        lettering('+45', {
          x: 720,
          y: 500,
          size: 44,
          fill: red,
          family: 'serif',
          extra: 'stroke="#fff6e3" stroke-width="10" paint-order="stroke"',
        }),
    ),
]
