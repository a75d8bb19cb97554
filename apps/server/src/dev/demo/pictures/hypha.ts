import { label, meter, note } from '../drawing/interface.ts'
import { coverSize, gradient, headerSize, lettering, px, random, type Size, screenSize, svg } from '../svg.ts'

interface Tip {
  x: number
  y: number
  angle: number
  width: number
  life: number
}

/** A network grown, not drawn: tips wander, fork and end in a glowing fruit. */
function network({ width, height }: Size, root: { x: number; y: number }): string {
  const next = random(1234)
  const reach = Math.hypot(width, height)
  const tips: Tip[] = Array.from({ length: 16 }, (_, i) => ({
    ...root,
    angle: (i / 16) * Math.PI * 2 + next() * 0.3,
    width: 6,
    life: reach / 52,
  }))
  const threads: string[] = []
  const fruits: string[] = []
  for (let tip = tips.pop(); tip; tip = tips.pop()) {
    let { x, y, angle } = tip
    let path = `M${px(x)} ${px(y)}`
    for (let step = 0; step < tip.life; step++) {
      angle += (next() - 0.5) * 0.75
      x += Math.cos(angle) * 20
      y += Math.sin(angle) * 20
      path += `L${px(x)} ${px(y)}`
      if (next() < 0.09 && tip.width > 1)
        tips.push({ x, y, angle: angle + (next() < 0.5 ? 0.8 : -0.8), width: tip.width * 0.6, life: tip.life * 0.5 })
    }
    threads.push(`<path d="${path}" stroke-width="${px(tip.width)}"/>`)
    const r = 3 + next() * 7
    fruits.push(
      `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r * 3)}" fill="#ffd166" opacity="0.12"/><circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" fill="${next() < 0.3 ? '#ff7b9c' : '#ffd166'}"/>`,
    )
  }
  return `<g fill="none" stroke="#7be0ad" stroke-linejoin="round" stroke-linecap="round" opacity="0.9">${threads.join('')}</g>${fruits.join('')}`
}

function mushroom(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><ellipse cy="10" rx="190" ry="130" fill="#7be0ad" opacity="0.1"/><path d="M-26 0 C-30 60 -38 96 -46 118 H46 C38 96 30 60 26 0Z" fill="#f3efe0"/><path d="M-132 6 C-124 -106 124 -106 132 6 C80 28 -80 28 -132 6Z" fill="#ef476f"/><path d="M-132 6 C-80 28 80 28 132 6 C78 44 -78 44 -132 6Z" fill="#b72f52"/><circle cx="-58" cy="-34" r="17" fill="#fff3d6"/><circle cx="16" cy="-52" r="21" fill="#fff3d6"/><circle cx="76" cy="-18" r="14" fill="#fff3d6"/><circle cx="-98" cy="-4" r="8" fill="#fff3d6"/><circle cx="-13" cy="62" r="5" fill="#26352e"/><circle cx="15" cy="62" r="5" fill="#26352e"/><path d="M-8 76 q9 9 18 0" stroke="#26352e" stroke-width="4" fill="none" stroke-linecap="round"/></g>`
}

function scene(size: Size, at: { x: number; y: number; scale: number }): string {
  return `<defs>${gradient('soil', '#0c1f1b', '#14312a', '#0a1714')}</defs><rect width="${size.width}" height="${size.height}" fill="url(#soil)"/>${network(size, { x: at.x, y: at.y + 90 })}${mushroom(at.x, at.y, at.scale)}`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 360, scale: 1.3 }) +
      lettering('HYPHA', {
        x: 300,
        y: 718,
        size: 132,
        fill: '#fff3d6',
        fit: 450,
        weight: 400,
        extra: 'stroke="#0a1714" stroke-width="18" paint-order="stroke"',
      }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 880, y: 230, scale: 1.2 }) +
      lettering('HYPHA', {
        x: 80,
        y: 300,
        size: 150,
        fill: '#fff3d6',
        fit: 500,
        anchor: 'start',
        weight: 400,
        extra: 'stroke="#0a1714" stroke-width="18" paint-order="stroke"',
      }),
  )

const look = {
  ground: '#0c1f1b',
  ink: '#fff3d6',
  edge: '#7be0ad',
  accent: '#ffd166',
  family: 'sans',
  radius: 14,
} as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 560, y: 300, scale: 0.8 }) +
        note(
          { x: 40, y: 40, width: 300, height: 190 },
          ['JUNE, dry', 'sugar 214 (+6)', 'water 80 (-3)', 'threads 3 102'],
          look,
        ) +
        note(
          { x: 940, y: 40, width: 300, height: 190 },
          ['ASPEN, neurotic', 'wants: company', 'gives: 2 sugar', 'and a long story'],
          look,
        ) +
        meter({ x: 962, y: 208, width: 256, height: 10 }, 0.36, look) +
        label('Rival spores to the east are selling phosphorus at a loss', 640, 690, look, {
          anchor: 'middle',
          size: 24,
        }),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 240, y: 260, scale: 0.5 }) +
        mushroom(560, 420, 0.34) +
        mushroom(880, 250, 0.4) +
        mushroom(1040, 540, 0.3) +
        `<g fill="none" stroke="#ffd166" stroke-width="4" stroke-dasharray="3 12" stroke-linecap="round"><path d="M240 300Q400 380 560 430"/><path d="M560 430Q740 330 880 260"/><path d="M560 430Q820 520 1040 540"/></g>` +
        label('birch exchange  +4', 640, 400, look, { fill: look.accent }) +
        label('oak bank  +9', 900, 220, look, { fill: look.accent }) +
        label('moss, on credit  -1', 900, 620, look, { fill: '#ff7b9c' }) +
        note(
          { x: 40, y: 560, width: 420, height: 120 },
          ['THE WOODLOUSE REMARKS', '“I’d have asked for interest.”'],
          look,
        ),
    ),
]
