import { label, meter, note } from '../drawing/interface.ts'
import { coverSize, gradient, headerSize, lettering, px, rect, repeat, type Size, screenSize, svg } from '../svg.ts'

/** A sitting cat cut from paper; the tail curls to the right. */
function cat(x: number, y: number, scale: number, fill: string, flip = 1): string {
  return `<g transform="translate(${x} ${y}) scale(${scale * flip} ${scale})" fill="${fill}"><path d="M-46 0 C-58 -60 -34 -96 -16 -112 L16 -112 C44 -90 62 -44 50 0Z"/><path d="M40 -6 C96 6 112 -50 84 -70 C74 -78 66 -62 76 -54 C88 -40 70 -22 44 -28Z"/><path d="M-40 -118 C-46 -150 -40 -170 -38 -186 L-14 -166 L14 -166 L38 -186 C40 -168 46 -148 38 -120 C24 -96 -24 -96 -40 -118Z"/><circle cx="-15" cy="-138" r="6" fill="#ffe9a8"/><circle cx="15" cy="-138" r="6" fill="#ffe9a8"/><path d="M-3 -126 h6 l-3 5z" fill="#ff8fa3"/></g>`
}

function sea(size: Size, y: number, fill: string, shift: number): string {
  const crests = Math.ceil(size.width / 80) + 2
  return `<path fill="${fill}" d="M${-80 + shift} ${y} ${repeat(crests, () => 'q20 -22 40 0 t40 0 ')} V${size.height + 50} H-80Z" filter="url(#paper)"/>`
}

function scene(size: Size, sun: { x: number; y: number }): string {
  const { width, height } = size
  const horizon = height * 0.58
  const crane = (x: number, s: number): string =>
    `<g transform="translate(${x} ${horizon + 20}) scale(${s})" fill="#b8476b"><path d="M-10 0 L-4 -220 H8 L14 0Z"/><path d="M-70 -214 L150 -250 L152 -238 L-66 -198Z"/><path d="M138 -246 v90 h-3 v-90z"/><rect x="116" y="-160" width="42" height="26"/></g>`
  const boat = (x: number, y: number, s: number, ink: string): string =>
    `<g transform="translate(${x} ${y}) scale(${s})" filter="url(#paper)"><path d="M-110 -30 H120 L90 24 H-84Z" fill="${ink}"/><rect x="-50" y="-86" width="86" height="58" fill="#fff3dc"/><rect x="-36" y="-72" width="22" height="22" fill="#3b5b92"/><rect x="0" y="-72" width="22" height="22" fill="#3b5b92"/><path d="M-60 -86 h106 v-12 h-106z" fill="#f26b5e"/></g>`
  return `<defs>${gradient('dusk', '#ffb56b', '#ff8a7a', '#d95f8c')}<filter id="paper" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="0" dy="-3" stdDeviation="4" flood-color="#3a1530" flood-opacity="0.35"/></filter></defs>
    <rect width="${width}" height="${height}" fill="url(#dusk)"/>
    ${[150, 112, 76].map((r, i) => `<circle cx="${sun.x}" cy="${sun.y}" r="${r}" fill="${['#ffc987', '#ffdca1', '#fff1cd'][i]}" filter="url(#paper)"/>`).join('')}
    ${crane(width * 0.16, width > 900 ? 0.55 : 0.9)}${crane(width * 0.8, 0.7)}${sea(size, horizon, '#8e4a8b', 0)}${boat(width * 0.66, horizon + 44, 0.8, '#5a2d6b')}${sea(size, horizon + 56, '#6a4396', -30)}${boat(width * 0.25, horizon + 104, 1, '#f2f0e6')}${sea(size, horizon + 108, '#46408c', 10)}
    <rect y="${px(height * 0.83)}" width="${width}" height="${height}" fill="#2a2350" filter="url(#paper)"/>${repeat(Math.ceil(width / 110), (i) => `<path d="M${i * 110 + 106} ${height * 0.83} v${height}" stroke="#1f1a3d" stroke-width="5"/>`)}`
}

const paper = 'filter="url(#paper)"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 350 }) +
      cat(170, 690, 1.25, '#171232') +
      cat(330, 690, 0.85, '#ef8a3c', -1) +
      cat(470, 690, 1.05, '#171232', -1) +
      lettering('HARBOUR', { x: 300, y: 108, size: 88, fill: '#fff6e0', fit: 480, weight: 900, extra: paper }) +
      lettering('CATS', { x: 300, y: 196, size: 96, fill: '#46246b', fit: 270, weight: 900, extra: paper }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 840, y: 180 }) +
      cat(740, 440, 1.15, '#171232') +
      cat(890, 440, 0.8, '#ef8a3c', -1) +
      cat(1040, 440, 1, '#171232', -1) +
      lettering('HARBOUR', {
        x: 70,
        y: 140,
        size: 100,
        fill: '#fff6e0',
        fit: 500,
        anchor: 'start',
        weight: 900,
        extra: paper,
      }) +
      lettering('CATS', {
        x: 70,
        y: 240,
        size: 104,
        fill: '#46246b',
        fit: 280,
        anchor: 'start',
        weight: 900,
        extra: paper,
      }),
  )

const look = {
  ground: '#fff6e0',
  ink: '#2a2350',
  edge: '#d95f8c',
  accent: '#b8476b',
  family: 'sans',
  radius: 16,
} as const

const crate = (x: number, y: number, fill: string): string =>
  rect(x, y, 70, 56, fill, 'rx="4"') + rect(x, y + 22, 70, 10, '#2a2350', 'opacity="0.25"')

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 660, y: 200 }) +
        [150, 226, 302].map((x, i) => crate(x, 541, ['#e8b04a', '#8e4a8b', '#5fa39a'][i] ?? '')).join('') +
        crate(188, 485, '#d95f8c') +
        cat(226, 486, 0.6, '#171232') +
        cat(520, 598, 1, '#ef8a3c', -1) +
        cat(760, 598, 0.9, '#8c8aa3') +
        cat(1000, 598, 1.05, '#171232', -1) +
        note(
          { x: 36, y: 36, width: 320, height: 140 },
          ['PIER 3, 09:40', 'herring 14 t, unweighed', 'staff awake: 2 of 7'],
          look,
        ) +
        note({ x: 930, y: 36, width: 314, height: 110 }, ['ORDERS', 'somebody sits on them'], look) +
        meter({ x: 952, y: 116, width: 270, height: 14 }, 0.2, look),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 300, y: 190 }) +
        rect(0, 0, 1280, 720, '#2a2350', 'opacity="0.45"') +
        repeat(3, (i) => rect(110 + i * 370, 120, 330, 480, '#fff6e0', 'rx="22"')) +
        cat(275, 420, 1.4, '#ef8a3c') +
        cat(645, 420, 1.4, '#8c8aa3', -1) +
        cat(1015, 420, 1.4, '#4a3527') +
        ['Ginger', 'Grey', 'Tortoiseshell']
          .map((name, i) => label(name, 275 + i * 370, 490, look, { anchor: 'middle', size: 32, fill: look.accent }))
          .join('') +
        ['lifts, then naps', 'counts, silently', 'customs. No comment.']
          .map((text, i) => label(text, 275 + i * 370, 532, look, { anchor: 'middle', size: 22 }))
          .join('') +
        ['2 sardines a day', '3 sardines a day', 'everything']
          .map((text, i) => label(text, 275 + i * 370, 570, look, { anchor: 'middle', size: 22 }))
          .join(''),
    ),
]
