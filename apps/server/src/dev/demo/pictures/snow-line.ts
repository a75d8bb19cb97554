import { label, meter, note } from '../drawing/interface.ts'
import {
  coverSize,
  gradient,
  headerSize,
  lettering,
  px,
  random,
  repeat,
  ridge,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

/** Quiet and nearly empty: the mountain takes the page, the walker gets twenty pixels. */
function scene(size: Size, peak: { x: number; y: number }): string {
  const { width, height } = size
  const next = random(77)
  const foot = height * 0.84
  const mountain = `<path d="M${peak.x} ${peak.y} L${peak.x + 66} ${peak.y + 92} L${peak.x + 112} ${peak.y + 128} L${peak.x + 330} ${foot} H${peak.x - 350} L${peak.x - 128} ${peak.y + 176} L${peak.x - 84} ${peak.y + 104}Z" fill="#f7f4ee"/><path d="M${peak.x} ${peak.y} L${peak.x + 66} ${peak.y + 92} L${peak.x + 112} ${peak.y + 128} L${peak.x + 330} ${foot} H${peak.x + 60} L${peak.x + 24} ${peak.y + 210} L${peak.x + 40} ${peak.y + 120}Z" fill="#8ea0b8"/>`
  const tracks = repeat(22, (i) => {
    const t = i / 22
    return `<ellipse cx="${px(width * 0.62 - t * width * 0.3 + (i % 2) * 5)}" cy="${px(height * 0.985 - t * height * 0.12)}" rx="${px(4.2 - t * 2.6)}" ry="${px(2.4 - t * 1.4)}" fill="#a9b4c4"/>`
  })
  const walker = { x: width * 0.315, y: height * 0.862 }
  const snow = repeat(
    120,
    () =>
      `<circle cx="${px(next() * width)}" cy="${px(next() * height)}" r="${px(0.7 + next() * 1.9)}" fill="#fff" opacity="${px(0.5 + next() * 0.5)}"/>`,
  )
  return `<defs>${gradient('dawn', '#5e7391', '#b9bfca', '#f3d9c4')}</defs><rect width="${width}" height="${height}" fill="url(#dawn)"/><circle cx="${peak.x + 150}" cy="${peak.y + 70}" r="46" fill="#fbead4"/>
    ${ridge(size, height * 0.74, height * 0.16, '#b4bccb', 21, 8)}${mountain}${ridge(size, height * 0.84, height * 0.06, '#d8dce4', 8, 10)}${ridge(size, height * 0.89, height * 0.035, '#f4f3f0', 31, 7)}${tracks}
    <path d="M${px(walker.x - 5)} ${px(walker.y)} l4 -16 h5 l4 16 h-4 l-2 -7 l-2 7z" fill="#c8402f"/><circle cx="${px(walker.x + 1)}" cy="${px(walker.y - 20)}" r="4.4" fill="#2b2f3a"/><rect x="${px(walker.x - 6)}" y="${px(walker.y - 16)}" width="5" height="9" fill="#2b2f3a"/>${snow}`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 310, y: 290 }) +
      lettering('SNOW LINE', { x: 300, y: 168, size: 62, fill: '#fdfaf5', family: 'serif', weight: 400, fit: 440 }) +
      `<path d="M80 196 H520" stroke="#fdfaf5" stroke-width="1.5"/>`,
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 830, y: 90 }) +
      lettering('SNOW LINE', {
        x: 80,
        y: 220,
        size: 76,
        fill: '#fdfaf5',
        family: 'serif',
        weight: 400,
        fit: 480,
        anchor: 'start',
      }) +
      `<path d="M80 250 H560" stroke="#fdfaf5" stroke-width="1.5"/>`,
  )

const look = {
  ground: '#1f2836',
  ink: '#fdfaf5',
  edge: '#8ea0b8',
  accent: '#f3d9c4',
  family: 'serif',
  radius: 4,
} as const

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 760, y: 120 }) +
        label('Day 3, 4 110 m', 48, 70, look, { size: 30 }) +
        meter({ x: 48, y: 92, width: 220, height: 10 }, 0.58, { ...look, accent: '#c8402f' }) +
        label('warmth', 48, 128, look, { size: 18, weight: 400 }) +
        label('matches 9', 1232, 70, look, { size: 24, anchor: 'end', weight: 400 }) +
        label(
          'A cairn. Somebody was here yesterday.',
          640,
          676,
          { ...look, ink: '#2b2f3a' },
          { size: 26, anchor: 'middle', extra: 'font-style="italic"' },
        ),
    ),
  () =>
    svg(
      screenSize,
      `<rect width="1280" height="720" fill="#dfe5ee"/>` +
        ['#f7f8fa', '#d4dbe6', '#eef1f6', '#b9c4d4', '#e3e8f0', '#a7b4c8']
          .map((fill, i) => ridge(screenSize, 170 + i * 84, 26, fill, 40 + i, 9))
          .join('') +
        `<path d="M300 344H900" stroke="#c8402f" stroke-width="4" stroke-dasharray="14 10"/>` +
        label('wind crust, yesterday', 320, 220, { ...look, ink: '#2b2f3a' }, { size: 24 }) +
        label('this layer does not hold', 320, 334, { ...look, ink: '#c8402f' }, { size: 24 }) +
        label('old snow, patient', 320, 480, { ...look, ink: '#2b2f3a' }, { size: 24 }) +
        note(
          { x: 920, y: 70, width: 310, height: 190 },
          ['You kneel and look.', 'Slope 34°', 'The north side sounds', 'hollow.'],
          look,
        ),
    ),
]
