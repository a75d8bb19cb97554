import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? match[4] ?? '', dark: match[3] ?? match[4] ?? '' },
  ]),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const text = 4.5
const shape = 3
const pairs: [front: string, back: string, least: number][] = [
  ...['paper', 'surface', 'sunk', 'copper-wash'].flatMap((back): [string, string, number][] => [
    ['ink', back, text],
    ['ink-soft', back, text],
    ['copper', back, text],
  ]),
  ...['paper', 'surface', 'patina-wash'].map((back): [string, string, number] => ['patina', back, text]),
  ...['paper', 'surface', 'danger-wash'].map((back): [string, string, number] => ['danger', back, text]),
  ['on-copper', 'copper-fill', text],
  ['on-copper', 'copper-fill-strong', text],
  ...['night', 'night-soft'].flatMap((back): [string, string, number][] => [
    ['steam', back, text],
    ['steam-soft', back, text],
    ['ember', back, text],
  ]),
  ['edge', 'surface', shape],
  ['edge', 'paper', shape],
  ['copper-fill', 'paper', shape],
  ['copper-fill', 'surface', shape],
]

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(pairs)('%s on %s reaches %s', (front, back, least) => {
    const ratio = contrast(tokens.get(front)?.[theme] ?? '', tokens.get(back)?.[theme] ?? '')
    expect(ratio).toBeGreaterThanOrEqual(least)
  })
})
