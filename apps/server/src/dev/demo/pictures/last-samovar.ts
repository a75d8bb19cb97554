import { choices, label, meter, note } from '../drawing/interface.ts'
import { coverSize, headerSize, lettering, px, repeat, type Size, screenSize, svg } from '../svg.ts'

const gold = '#e9b949'

/** Art nouveau in gold on oxblood: rays of steam behind a samovar that is plainly also an engine. */
function scene({ width, height }: Size, at: { x: number; y: number; scale: number }): string {
  const rays = repeat(36, (i) => {
    const angle = (i / 36) * Math.PI * 2
    const far = Math.max(width, height)
    return `<path d="M${at.x} ${at.y - 60} L${px(at.x + Math.cos(angle) * far)} ${px(at.y - 60 + Math.sin(angle) * far)} L${px(at.x + Math.cos(angle + 0.087) * far)} ${px(at.y - 60 + Math.sin(angle + 0.087) * far)}Z" fill="#7c1f2b"/>`
  })
  const gear = (x: number, y: number, r: number): string =>
    `<g transform="translate(${x} ${y})" fill="none" stroke="${gold}" stroke-width="5"><circle r="${r}"/><circle r="${r * 0.45}"/>${repeat(12, (i) => `<path d="M${r} -6 h12 v12 h-12" transform="rotate(${i * 30})"/>`)}${repeat(6, (i) => `<path d="M${px(r * 0.45)} 0 H${r}" transform="rotate(${i * 60 + 15})"/>`)}</g>`
  const samovar = `<g transform="translate(${at.x} ${at.y}) scale(${at.scale})">
    ${gear(-128, 96, 52)}${gear(132, 118, 38)}
    <path d="M0 -196 C-44 -240 40 -270 -8 -330 M34 -200 C8 -244 74 -262 48 -312 M-34 -200 C-70 -240 -16 -262 -54 -306" fill="none" stroke="${gold}" stroke-width="7" stroke-linecap="round"/>
    <path d="M-34 -190 h68 l10 34 h-88z" fill="${gold}"/><path d="M-56 -154 h112 l12 22 h-136z" fill="#f6dd97"/>
    <path d="M-96 -130 h192 C122 -66 104 26 56 76 h-112 C-104 26 -122 -66 -96 -130Z" fill="${gold}"/>
    <path d="M-70 -118 C-92 -60 -78 14 -42 66 L-18 66 C-48 10 -58 -62 -44 -118Z" fill="#f9e7b4"/>
    <path d="M-96 -110 C-164 -114 -164 -34 -104 -42 M96 -110 C164 -114 164 -34 104 -42" fill="none" stroke="${gold}" stroke-width="13"/>
    <circle cx="14" cy="-50" r="36" fill="#4a0f1a"/><circle cx="14" cy="-50" r="36" fill="none" stroke="#f9e7b4" stroke-width="5"/><path d="M14 -50 L34 -70" stroke="#e4572e" stroke-width="6" stroke-linecap="round"/>${repeat(7, (i) => `<path d="M14 -80 v8" stroke="#f9e7b4" stroke-width="3" transform="rotate(${i * 40 - 120} 14 -50)"/>`)}
    <path d="M-10 26 h28 v26 h44 v18 h-60 q-12 0 -12 -14z" fill="#4a0f1a"/><path d="M-6 12 h20 v12 h-20z" fill="#f9e7b4"/>
    <path d="M-50 78 h100 l14 36 h-128z" fill="#c58f2b"/><path d="M-104 114 h208 v22 h-208z" fill="${gold}"/><path d="M-86 136 l-22 34 h38z M86 136 l22 34 h-38z" fill="${gold}"/></g>`
  return `<rect width="${width}" height="${height}" fill="#64141f"/>${rays}<circle cx="${at.x}" cy="${at.y - 60}" r="${230 * at.scale}" fill="#3d0b14"/><circle cx="${at.x}" cy="${at.y - 60}" r="${230 * at.scale}" fill="none" stroke="${gold}" stroke-width="5"/><circle cx="${at.x}" cy="${at.y - 60}" r="${218 * at.scale}" fill="none" stroke="${gold}" stroke-width="1.5"/>${samovar}
    <rect x="18" y="18" width="${width - 36}" height="${height - 36}" fill="none" stroke="${gold}" stroke-width="6" rx="26"/><rect x="30" y="30" width="${width - 60}" height="${height - 60}" fill="none" stroke="${gold}" stroke-width="1.5" rx="18"/>`
}

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 400, scale: 1.05 }) +
      lettering('THE LAST', { x: 300, y: 668, size: 36, fill: '#f9e7b4', family: 'serif', fit: 210 }) +
      lettering('SAMOVAR', { x: 300, y: 742, size: 84, fill: gold, family: 'serif', fit: 470 }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 900, y: 300, scale: 0.86 }) +
      lettering('THE LAST', {
        x: 90,
        y: 212,
        size: 48,
        fill: '#f9e7b4',
        family: 'serif',
        anchor: 'start',
        fit: 270,
      }) +
      lettering('SAMOVAR', { x: 88, y: 310, size: 104, fill: gold, family: 'serif', anchor: 'start', fit: 510 }),
  )

const look = { ground: '#3d0b14', ink: '#f9e7b4', edge: gold, accent: gold, family: 'serif', radius: 10 } as const

/** A passenger behind a tea glass: hat, shoulders, and nothing admitted. */
const guest = (x: number, y: number, coat: string, hat: string): string =>
  `<g transform="translate(${x} ${y})"><path d="M-120 200Q-110 40 0 30Q110 40 120 200Z" fill="${coat}"/><circle cy="-30" r="62" fill="#e9c39a"/><path d="${hat}" fill="#1c0b0e"/><circle cx="-20" cy="-34" r="6" fill="#1c0b0e"/><circle cx="22" cy="-34" r="6" fill="#1c0b0e"/><path d="M-16 -2q16 8 34 0" stroke="#1c0b0e" stroke-width="4" fill="none"/><path d="M-26 130h52l-6 64h-40z" fill="#d9732a" opacity="0.85"/><path d="M-32 150h64v12h-64zM-30 184h60v14h-60z" fill="${gold}"/></g>`

const hats = [
  'M-70 -66H70V-80H44V-140H-44V-80H-70Z',
  'M-66 -60Q-60 -120 0 -118Q60 -120 66 -60Q0 -90 -66 -60Z',
  'M-92 -62Q0 -110 92 -62L60 -84Q0 -130 -60 -84Z',
]

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 1010, y: 330, scale: 1 }) +
        repeat(3, (i) => guest(190 + i * 250, 260, ['#31454f', '#6b4a2f', '#4f3a5c'][i] ?? '', hats[i] ?? '')) +
        `<rect x="36" y="452" width="770" height="26" fill="#c58f2b"/>` +
        note(
          { x: 50, y: 500, width: 740, height: 160 },
          ['The Colonel', '“I was never in the boiler room. And it was locked.”', '(The tea is at 76°. Two more.)'],
          look,
          26,
        ) +
        meter({ x: 860, y: 640, width: 340, height: 18 }, 0.76, look),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 260, y: 350, scale: 0.86 }) +
        label('WHO SITS WITH WHOM', 560, 110, look, { size: 40, fill: gold }) +
        choices(
          { x: 560, y: 150, width: 640, height: 380 },
          [
            'The widow and the geologist. Strong, no lemon',
            'The colonel, alone. Jam, plenty of it',
            'Everyone. Weak tea, long spoons',
            'Ask the samovar',
          ],
          3,
          look,
          26,
        ) +
        note({ x: 560, y: 560, width: 640, height: 110 }, ['THE SAMOVAR', '“Oh, now I am asked.”'], look),
    ),
]
