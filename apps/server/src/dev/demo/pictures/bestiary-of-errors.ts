import { choices, label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  headerSize,
  lettering,
  line,
  path,
  polygon,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
} from '../svg.ts'

const [vellum, ink, red] = ['#efe1c2', '#1c1712', '#a8281c']

/** Three depths of shade, cut with the same chisel. */
const hatching = ['cut1', 'cut2', 'cut3']
  .map((id, i) => {
    const gap = [11, 7.5, 5][i]
    return `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${[38, 38, -32][i]})"><rect width="${gap}" height="${gap}" fill="${vellum}"/><rect width="${gap}" height="${[2.4, 3, 3][i]}" fill="${ink}"/></pattern>`
  })
  .join('')

const cut = (d: string, fill = vellum, width = 6): string =>
  path(d, fill, `stroke="${ink}" stroke-width="${width}" stroke-linejoin="round"`)

function sun(x: number, y: number, r: number): string {
  const rays = repeat(
    16,
    (i) =>
      `<g transform="rotate(${i * 22.5})">${
        i % 2
          ? cut(`M-9 ${-r - 6}Q10 ${-r - 26} 0 ${-r - 44}Q-12 ${-r - 26} 9 ${-r - 6}Z`, red, 3)
          : polygon(
              [
                [-10, -r - 4],
                [10, -r - 4],
                [0, -r - 48],
              ],
              ink,
            )
      }</g>`,
  )
  return at(
    x,
    y,
    rays +
      circle(0, 0, r, vellum, `stroke="${ink}" stroke-width="6"`) +
      path(`M0 ${-r}A${r} ${r} 0 0 1 0 ${r}A${r * 1.6} ${r * 1.6} 0 0 0 0 ${-r}Z`, 'url(#cut2)') +
      line(
        `M${-r * 0.44} ${-r * 0.24}q${r * 0.16}-10 ${r * 0.3} 0M${r * 0.14} ${-r * 0.24}q${r * 0.16}-10 ${r * 0.3} 0M0 ${-r * 0.1}l-8 22h14M${-r * 0.3} ${r * 0.42}q${r * 0.3} 18 ${r * 0.6} 0`,
        ink,
        5,
      ) +
      circle(-r * 0.28, -r * 0.12, 5, ink) +
      circle(r * 0.3, -r * 0.12, 5, ink),
  )
}

/** A lion as told by a man who met a sailor: mane, a face like an uncle's, the tail of a fish. */
function lion(x: number, y: number, scale: number, flip = false): string {
  const mane = repeat(
    18,
    (i) =>
      `<g transform="translate(150 -200) rotate(${i * 20})">${cut('M-22-60Q0-150 22-60Z', i % 2 ? red : '#c9503a', 4)}</g>`,
  )
  const leg = (lx: number): string =>
    cut(`M${lx}-70Q${lx - 10}-20 ${lx - 6} 0H${lx + 44}Q${lx + 40}-30 ${lx + 46}-70Z`) +
    line(`M${lx + 8} 0v-12M${lx + 22} 0v-12`, ink, 4)
  return at(
    x,
    y,
    leg(-150) +
      leg(70) +
      cut(
        'M-200-150C-270-190-300-250-270-300L-330-330L-250-350L-236-410L-204-340C-190-270-180-210-120-190Z',
        'url(#cut1)',
      ) +
      cut('M-190-170C-120-230 60-240 150-210C200-150 160-60 90-60C10-40-100-40-160-60C-210-90-220-140-190-170Z') +
      path(
        'M-190-120C-120-90 40-80 120-110C110-60 90-60 90-60C10-40-100-40-160-60C-190-80-196-100-190-120Z',
        'url(#cut2)',
      ) +
      repeat(7, (i) => line(`M${-160 + i * 34} ${-170 - (i % 2) * 14}q14 16 28 0`, ink, 3.5)) +
      leg(-100) +
      leg(20) +
      mane +
      circle(150, -200, 74, vellum, `stroke="${ink}" stroke-width="6"`) +
      path('M150-274A74 74 0 0 1 150-126A120 120 0 0 0 150-274Z', 'url(#cut1)') +
      line('M112-226q16-12 32 0M164-226q16-12 32 0', ink, 6) +
      circle(130, -208, 7, ink) +
      circle(180, -208, 7, ink) +
      line('M152-206q-12 22-4 30h14M120-152q34 22 70-2', ink, 5) +
      cut('M108-168Q130-186 152-170Q176-186 200-168Q176-158 152-162Q128-158 108-168Z', ink, 2) +
      line('M-236-380l14 40M-300-326l44 10', ink, 3),
    { scale, flip },
  )
}

/** Grass as a chisel leaves it. */
const tufts = (size: Size, from: number, count: number): string =>
  scatter(count, 77, (next) => {
    const [x, y] = [next() * size.width, from + next() * (size.height - from)]
    return line(`M${Math.round(x)} ${Math.round(y)}l-6-14m10 14v-18m4 18l8-14`, ink, 2.5)
  })

function frame(size: Size): string {
  const { width, height } = size
  const knots = (n: number, span: number, draw: (p: number) => string): string =>
    repeat(n, (i) => draw(((i + 0.5) / n) * span))
  const knot = (x: number, y: number): string =>
    at(x, y, circle(0, 0, 8, red, `stroke="${ink}" stroke-width="2.5"`) + line('M-16 0Q0-20 16 0Q0 20-16 0Z', ink, 2.5))
  return (
    `<defs>${hatching}</defs>` +
    rect(0, 0, width, height, ink) +
    rect(10, 10, width - 20, height - 20, vellum) +
    knots(Math.round(width / 40), width, (p) => knot(p, 26) + knot(p, height - 26)) +
    knots(Math.round(height / 40), height, (p) => knot(26, p) + knot(width - 26, p)) +
    rect(44, 44, width - 88, height - 88, vellum, `stroke="${ink}" stroke-width="5"`)
  )
}

const ribbon = (x: number, y: number, width: number): string =>
  cut(
    `M${x - width / 2 - 34} ${y - 20}L${x - width / 2 - 10} ${y + 8}L${x - width / 2 - 34} ${y + 40}H${x - width / 2 + 30}V${y - 20}Z`,
    red,
    4,
  ) +
  cut(
    `M${x + width / 2 + 34} ${y - 20}L${x + width / 2 + 10} ${y + 8}L${x + width / 2 + 34} ${y + 40}H${x + width / 2 - 30}V${y - 20}Z`,
    red,
    4,
  ) +
  cut(`M${x - width / 2} ${y - 34}H${x + width / 2}V${y + 26}H${x - width / 2}Z`, vellum, 4)

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    frame(coverSize) +
      sun(470, 300, 48) +
      path('M47 620Q200 560 330 600T553 580V753H47Z', 'url(#cut1)', `stroke="${ink}" stroke-width="5"`) +
      lion(330, 690, 0.88) +
      tufts({ width: 540, height: 740 }, 690, 16) +
      lettering('BESTIARY', { x: 300, y: 138, size: 82, fill: ink, family: 'serif', fit: 440 }) +
      ribbon(300, 184, 300) +
      lettering('OF ERRORS', { x: 300, y: 196, size: 44, fill: red, family: 'serif', fit: 256 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    frame(headerSize) +
      sun(1060, 150, 44) +
      path('M47 400Q300 350 620 390T1153 370V453H47Z', 'url(#cut1)', `stroke="${ink}" stroke-width="5"`) +
      lion(830, 430, 0.8) +
      tufts({ width: 1140, height: 446 }, 410, 22) +
      lettering('BESTIARY', { x: 84, y: 190, size: 96, fill: ink, family: 'serif', fit: 450, anchor: 'start' }) +
      ribbon(309, 246, 320) +
      lettering('OF ERRORS', { x: 309, y: 258, size: 46, fill: red, family: 'serif', fit: 270 }),
  )

const look = { ground: vellum, ink, edge: ink, accent: red, family: 'serif', radius: 2 } as const

/** An elephant by somebody who was told of the trumpet. */
function elephant(x: number, y: number, scale: number): string {
  return at(
    x,
    y,
    cut('M-150-60L-140 0H-96L-90-60ZM40-60L46 0H90L100-60Z') +
      cut('M-170-160C-160-230 60-250 120-190C150-140 130-60 80-54C0-40-90-40-140-60C-170-80-176-120-170-160Z') +
      path(
        'M-160-110C-90-80 30-80 120-120C110-70 90-56 80-54C0-40-90-40-140-60C-156-72-160-90-160-110Z',
        'url(#cut2)',
      ) +
      cut(
        'M100-210C150-240 190-200 180-150C176-130 196-110 214-112L250-140L252-60L214-84C180-80 150-100 146-130C120-130 96-160 100-210Z',
      ) +
      cut('M96-206C60-210 50-150 84-136C112-136 120-190 96-206Z', 'url(#cut1)') +
      circle(150, -186, 6, ink) +
      repeat(3, (i) => circle(196 + i * 16, -98 - i * 6, 4, red)) +
      cut('M-60-226V-290H20V-226Z', red, 5) +
      polygon(
        [
          [-70, -290],
          [-20, -330],
          [30, -290],
        ],
        ink,
      ),
    { scale },
  )
}

const page = (fill: string): string => `${rect(0, 0, 1280, 720, fill)}<defs>${hatching}</defs>`

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      page('#5b4632') +
        path('M60 40H630V690H60Z', vellum) +
        path('M650 40H1220V690H650Z', vellum) +
        rect(626, 40, 28, 650, 'url(#cut2)') +
        lion(340, 560, 0.86) +
        label('De Leone', 100, 110, look, { size: 46, fill: red, extra: 'font-style="italic"' }) +
        note(
          { x: 690, y: 80, width: 490, height: 250 },
          [
            'THE SAILOR SWEARS',
            '“It had a face like my uncle.',
            'It swam, after a fashion.',
            'It roared in Latin, or perhaps',
            'that was the uncle.”',
          ],
          look,
          26,
        ) +
        choices(
          { x: 690, y: 370, width: 490, height: 270 },
          ['Draw the mane as fire', 'Draw the tail as a herring', 'Ask what the uncle does'],
          1,
          look,
          24,
        ),
    ),
  () =>
    svg(
      screenSize,
      page(vellum) +
        sun(1120, 110, 46) +
        path('M0 480Q320 400 640 470T1280 440V720H0Z', 'url(#cut1)', `stroke="${ink}" stroke-width="6"`) +
        lion(360, 600, 0.9) +
        at(960, 600, elephant(0, 0, 1), { flip: true }) +
        tufts(screenSize, 620, 24) +
        note({ x: 40, y: 40, width: 330, height: 100 }, ['LION, AFTER A SAILOR', ''], look) +
        meter({ x: 62, y: 96, width: 286, height: 22 }, 0.66, look) +
        note({ x: 620, y: 40, width: 400, height: 100 }, ['ELEPHANT, AFTER A RUMOUR', ''], look) +
        meter({ x: 642, y: 96, width: 356, height: 22 }, 0.35, look) +
        choices({ x: 340, y: 640, width: 600, height: 60 }, ['Cite an authority'], 0, look),
    ),
  () =>
    svg(
      screenSize,
      page('#2a2119') +
        repeat(8, (i) =>
          rect(
            90 + (i % 4) * 280,
            90 + Math.floor(i / 4) * 300,
            250,
            260,
            vellum,
            `stroke="${red}" stroke-width="${i === 1 ? 8 : 0}"`,
          ),
        ) +
        lion(220, 290, 0.36) +
        elephant(500, 290, 0.42) +
        sun(776, 220, 40) +
        lion(1060, 290, 0.36, true) +
        repeat(4, (i) => lettering('?', { x: 215 + i * 280, y: 560, size: 130, fill: '#c9b68f', family: 'serif' })) +
        label('Chapter II: Beasts of the Rumoured South, 4 of 8', 90, 58, look, { fill: vellum, size: 28 }),
    ),
]
