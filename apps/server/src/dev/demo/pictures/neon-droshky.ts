import { choices, label, meter, note } from '../drawing/interface.ts'
import {
  at,
  circle,
  coverSize,
  gradient,
  headerSize,
  lettering,
  line,
  px,
  rect,
  repeat,
  type Size,
  scatter,
  screenSize,
  svg,
} from '../svg.ts'

const [pink, cyan, gold] = ['#ff3d9a', '#35e7ff', '#ffd54a']

/** A bent glass tube: two wide faint lines, one bright, one white hot. */
const tube = (d: string, colour: string, width = 5): string =>
  line(d, colour, width * 4, 'opacity="0.14"') +
  line(d, colour, width * 2, 'opacity="0.35"') +
  line(d, colour, width) +
  line(d, '#fff', width * 0.32, 'opacity="0.85"')

/** A horse of tubes and a carriage behind it, going right. The hooves stand at y = 0. */
function droshky(x: number, y: number, scale: number): string {
  const horse =
    'M30-150C60-170 130-168 176-150C196-160 206-200 226-222L236-246L250-228C276-216 292-196 300-176L288-164L262-176C250-150 246-128 232-112C240-84 262-66 276-58L262-26M228-108C214-70 200-50 176-40L190-6M60-104C44-72 24-60-6-58L-12-20M72-100C90-70 98-40 88-4M30-150C22-130 36-112 60-104C110-96 170-96 232-112M30-150C4-156-16-130-20-100'
  return at(
    x,
    y,
    tube(horse, cyan) +
      tube('M226-222C206-206 196-186 190-160', pink, 4) +
      circle(270, -196, 5, '#fff') +
      tube('M-40-84L120-118M30-150L-60-120', gold, 3) +
      tube(
        'M-330-170C-340-110-320-84-270-84H-70L-46-110H-110C-116-140-130-150-160-150H-230C-250-200-300-214-330-170Z',
        pink,
      ) +
      tube('M-330-170C-330-236-270-262-206-250', pink, 4) +
      [-262, -104]
        .map((cx) => tube(`M${cx - 46}-46a46 46 0 1 0 92 0a46 46 0 1 0-92 0M${cx - 46}-46h92M${cx}-92v92`, cyan, 4))
        .join('') +
      tube('M-96-150C-96-196-60-196-58-160L-40-118M-92-206a16 16 0 1 0 32 0a16 16 0 1 0-32 0M-100-222H-54', gold, 4) +
      rect(-196, -286, 70, 34, '#12061f', `rx="5" stroke="${gold}" stroke-width="3"`) +
      lettering('TAXI', { x: -161, y: -261, size: 24, fill: gold, family: 'mono' }),
    { scale },
  )
}

function city(size: Size, horizon: number, middle: number): string {
  const towers = scatter(Math.ceil(size.width / 62), 12, (next, i) => {
    const [x, w, h] = [i * 62 - 10, 44 + next() * 30, 60 + next() * horizon * 0.5]
    const edge = next() < 0.5 ? '#7a2bd6' : '#b1248f'
    return (
      rect(x, horizon - h, w, h, '#170a2e', `stroke="${edge}" stroke-width="2"`) +
      repeat(5, () =>
        rect(
          x + 8 + Math.floor(next() * 3) * 12,
          horizon - h + 12 + next() * (h - 30),
          6,
          4,
          next() < 0.5 ? gold : cyan,
          'opacity="0.8"',
        ),
      ) +
      (next() < 0.25
        ? line(`M${px(x + w / 2)} ${px(horizon - h)}v-34`, edge, 2) + circle(x + w / 2, horizon - h - 34, 3, '#ff5c5c')
        : '')
    )
  })
  const r = horizon * 0.42
  const sun =
    circle(middle, horizon - r * 0.55, r, 'url(#sun)') +
    repeat(6, (i) => rect(middle - r, horizon - r * 0.62 + i * r * 0.2, r * 2, 3 + i * 2.6, '#2a0d4d'))
  const rails = repeat(21, (i) =>
    line(
      `M${px(middle + (i - 10) * 26)} ${horizon}L${px(middle + (i - 10) * 190)} ${size.height}`,
      '#c02cff',
      2,
      'opacity="0.7"',
    ),
  )
  const sleepers = repeat(11, (i) =>
    line(`M0 ${px(horizon + (i / 10) ** 2.2 * (size.height - horizon))}H${size.width}`, '#c02cff', 2, 'opacity="0.7"'),
  )
  return `<defs>${gradient('night', '#0b0420', '#2a0d4d', '#7a1a78')}${gradient('sun', '#ffe66b', '#ff7a59', '#ff2f92')}</defs>${rect(0, 0, size.width, horizon, 'url(#night)')}${sun}${towers}${rect(0, horizon, size.width, size.height, '#10052a')}${rails}${sleepers}${line(`M0 ${horizon}H${size.width}`, cyan, 3)}`
}

const sign = (
  text: string,
  x: number,
  y: number,
  size: number,
  fit: number,
  colour: string,
  anchor: 'start' | 'middle',
): string =>
  lettering(text, {
    x,
    y,
    size,
    fill: 'none',
    fit,
    anchor,
    extra: `stroke="${colour}" stroke-width="10" opacity="0.3" font-style="italic"`,
  }) +
  lettering(text, {
    x,
    y,
    size,
    fill: '#fff',
    fit,
    anchor,
    extra: `stroke="${colour}" stroke-width="3" font-style="italic"`,
  })

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    city(coverSize, 520, 300) +
      droshky(330, 712, 0.86) +
      sign('NEON', 300, 130, 100, 340, pink, 'middle') +
      sign('DROSHKY', 300, 226, 92, 500, cyan, 'middle'),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    city(headerSize, 330, 800) +
      droshky(860, 462, 0.84) +
      sign('NEON', 60, 160, 110, 320, pink, 'start') +
      sign('DROSHKY', 60, 266, 104, 470, cyan, 'start'),
  )

const look = { ground: '#12061f', ink: '#f4e9ff', edge: pink, accent: cyan, family: 'mono', radius: 6 } as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      city(screenSize, 380, 640) +
        tube('M560 720L628 384M720 720L652 384', gold, 4) +
        droshky(640, 640, 0.7) +
        note({ x: 40, y: 36, width: 280, height: 150 }, ['FARE  ₵ 214', 'Horse: 71 °C', 'Oats: 38 %'], look) +
        meter({ x: 64, y: 196, width: 232, height: 16 }, 0.38, look) +
        circle(1160, 130, 92, '#12061f', `stroke="${cyan}" stroke-width="3"`) +
        line('M1100 180L1130 120L1180 150L1210 80', pink, 5) +
        circle(1130, 120, 9, gold) +
        label('210', 1040, 660, look, { size: 84, anchor: 'end', fill: cyan }) +
        label('km/h, trot', 1054, 660, look, { size: 20 }),
    ),
  () =>
    svg(
      screenSize,
      city(screenSize, 300, 420) +
        rect(0, 0, 1280, 720, '#0b0420', 'opacity="0.55"') +
        at(
          360,
          620,
          tube(
            'M-150 100C-140-60-70-90 0-92C70-90 140-60 150 100M-74-190a74 84 0 1 0 148 0a74 84 0 1 0-148 0M-96-240H96M-66-240C-60-330 60-330 66-240',
            pink,
            6,
          ) +
            circle(-28, -190, 8, cyan) +
            circle(28, -190, 8, cyan) +
            tube('M-26-144Q0-130 26-144', cyan, 4),
        ) +
        note(
          { x: 640, y: 90, width: 590, height: 190 },
          ['PASSENGER, 02:41', '“Anywhere. But slowly,', 'and past the old hippodrome.”'],
          look,
          28,
        ) +
        choices(
          { x: 640, y: 320, width: 590, height: 300 },
          ['“That’s closed since the merger.”', '“Your meter, your money.”', '(Let the horse decide)'],
          2,
          look,
          26,
        ),
    ),
]
