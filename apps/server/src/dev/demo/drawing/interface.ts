import { type Lettering, lettering, rect, repeat } from '../svg.ts'

/** How the interface of a game looks on its screenshots. */
export interface Look {
  ground: string
  ink: string
  edge: string
  accent: string
  family: NonNullable<Lettering['family']>
  radius: number
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function panel({ x, y, width, height }: Box, look: Look, opacity = 0.92): string {
  return rect(
    x,
    y,
    width,
    height,
    look.ground,
    `rx="${look.radius}" fill-opacity="${opacity}" stroke="${look.edge}" stroke-width="2"`,
  )
}

/** A line of text from its left edge. */
export function label(text: string, x: number, y: number, look: Look, style: Partial<Lettering> = {}): string {
  return lettering(text, {
    ...{ x, y, size: 22, fill: look.ink, family: look.family, anchor: 'start', weight: 600 },
    ...style,
  })
}

/** The size at which a line surely fits, whatever font the machine has for it. */
const fitted = (text: string, size: number, width: number): number => Math.min(size, width / (text.length * 0.62))

/** A panel with lines of text; the first is its heading. */
export function note(box: Box, lines: readonly string[], look: Look, size = 22): string {
  const [heading = '', ...rest] = lines
  const left = box.x + size
  const top = box.y + size * 1.7
  return (
    panel(box, look) +
    label(heading, left, top, look, {
      size: fitted(heading, size * 1.1, (box.width - size * 1.6) * 0.84),
      fill: look.accent,
      weight: 800,
    }) +
    repeat(rest.length, (i) =>
      label(rest[i] ?? '', left, top + (i + 1) * size * 1.5, look, {
        size: fitted(rest[i] ?? '', size, box.width - size * 1.6),
      }),
    )
  )
}

/** How full something is, from 0 to 1. */
export function meter({ x, y, width, height }: Box, share: number, look: Look): string {
  return (
    rect(x, y, width, height, look.edge, `rx="${Math.min(look.radius, height / 2)}" fill-opacity="0.35"`) +
    rect(x, y, width * share, height, look.accent, `rx="${Math.min(look.radius, height / 2)}"`)
  )
}

/** What can be chosen, one below the other; the chosen one stands out. */
export function choices(box: Box, texts: readonly string[], chosen: number, look: Look, size = 22): string {
  const height = (box.height - (texts.length - 1) * 10) / texts.length
  return repeat(texts.length, (i) => {
    const y = box.y + i * (height + 10)
    const on = i === chosen
    return (
      rect(
        box.x,
        y,
        box.width,
        height,
        on ? look.accent : look.ground,
        `rx="${look.radius}" stroke="${look.edge}" stroke-width="2" fill-opacity="0.94"`,
      ) +
      label(texts[i] ?? '', box.x + size, y + height / 2 + size * 0.36, look, {
        size: fitted(texts[i] ?? '', size, box.width - size * 1.6),
        fill: on ? look.ground : look.ink,
      })
    )
  })
}
