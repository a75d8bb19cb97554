import { createHash } from 'node:crypto'

/** How a story is looked at: one of eight. */
export interface Variant {
  locale: 'en' | 'ru'
  theme: 'light' | 'dark'
  width: 390 | 1280
}

export const variants: Variant[] = (['en', 'ru'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) => ([390, 1280] as const).map((width) => ({ locale, theme, width }))),
)

export const nameOf = ({ locale, theme, width }: Variant): string => `${locale} ${theme} ${width}`

/**
 * The one variant that a story is checked in by every run. A screen starts anywhere, and its states go on from there in steps of three,
 * so that neighbours differ and eight states have all eight; what is added at a screen's end moves nothing else.
 */
export function variantOf(screen: string, state: number): Variant {
  const start = createHash('sha256').update(screen).digest().readUInt8(0)
  return variants[(start + 3 * state) % variants.length] as Variant
}
