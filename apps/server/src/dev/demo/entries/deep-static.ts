import type { DemoGame } from '../demo-game.ts'
import { coverSize, headerSize, lettering, px, random, repeat, type Size, svg } from '../svg.ts'

/** Stacked traces of a hydrophone. Something large passes through the middle of them. */
function traces(box: { x: number; y: number; width: number; height: number }, lines: number): string {
  const next = random(303)
  return repeat(lines, (line) => {
    const base = box.y + (line / lines) * box.height
    const strength = Math.sin((line / lines) * Math.PI) ** 1.4
    const lumps = Array.from({ length: 5 }, () => ({
      at: 0.5 + (next() - 0.5) * 0.42,
      wide: 0.025 + next() * 0.05,
      tall: (20 + next() * 66) * strength,
    }))
    const points = Array.from({ length: 121 }, (_, i) => {
      const t = i / 120
      const lump = lumps.reduce((sum, l) => sum + l.tall * Math.exp(-(((t - l.at) / l.wide) ** 2)), 0)
      return `${px(box.x + t * box.width)} ${px(base - lump - next() * 3)}`
    })
    return `<path d="M${points.join('L')}" fill="#04110f" stroke="#6dffb3" stroke-width="2.2" stroke-linejoin="round"/>`
  })
}

function scene({ width, height }: Size, box: { x: number; y: number; width: number; height: number }): string {
  const scan = repeat(
    Math.ceil(height / 5),
    (i) => `<rect y="${i * 5}" width="${width}" height="1.4" fill="#000" opacity="0.35"/>`,
  )
  const grid = repeat(
    9,
    (i) =>
      `<path d="M${px(box.x + (i / 8) * box.width)} ${box.y - 50} v${box.height + 80}" stroke="#1c5a45" stroke-width="1"/>`,
  )
  return `<defs><radialGradient id="glow"><stop offset="0" stop-color="#0d3a2e"/><stop offset="1" stop-color="#020a09"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#glow)"/>${grid}${traces(box, 26)}${scan}`
}

const glow = 'style="text-shadow:0 0 14px #6dffb3"'

export const deepStatic: DemoGame = {
  slug: 'deep-static',
  title: { en: 'Deep Static', ru: 'Глубинный шум' },
  shortDescription: {
    en: 'A submarine simulator with no windows. Three kilometres down you steer by sound alone, and tonight the sound has begun to steer back.',
    ru: 'Симулятор подводной лодки без единого окна. На трёх километрах глубины вы ведёте её на слух, а этой ночью звук начал вести вас.',
  },
  description: {
    en: 'Everything you will ever see is a green screen, a depth gauge and a chart that you fill in by hand. Everything else you hear. Deep Static simulates water as submariners know it: layers that bend sound, ridges that answer late, a hull that speaks a language of its own. Learn to tell shrimp from propellers, a whale from a second whale, and an echo from a reply. Your mission is to map a valley in which hydrophones have been failing one by one, in order. Headphones are required; company is advised. A long campaign, real-time crew orders, and an "observer" difficulty that removes all danger and, strangely, not the fear.',
    ru: 'Всё, что вы увидите, — зелёный экран, глубиномер и карта, которую заполняете сами. Остальное вы услышите. «Глубинный шум» моделирует воду такой, какой её знают подводники: слои гнут звук, хребты отвечают с опозданием, корпус говорит на собственном языке. Научитесь отличать креветок от винтов, кита от второго кита, а эхо — от ответа. Задача: нанести на карту долину, где один за другим, по порядку, замолкают гидрофоны. Наушники обязательны, компания желательна. Большая кампания, приказы экипажу в реальном времени и сложность «наблюдатель», на которой нет никакой опасности, но почему-то всё равно страшно.',
  },
  developer: 'Fathom Bureau',
  publisher: 'Long Platform',
  releaseDate: '2024-09-27',
  tags: ['simulation', 'submarine', 'horror', 'hardcore', 'singleplayer'],
  price: 2199,
  popularity: 11,
  platforms: ['windows', 'linux'],
  cover: () =>
    svg(
      coverSize,
      scene(coverSize, { x: 50, y: 150, width: 500, height: 430 }) +
        lettering('DEEP STATIC', { x: 300, y: 700, size: 62, fill: '#c9ffe3', family: 'mono', fit: 480, extra: glow }) +
        lettering('3 012 m   //   contact: unidentified', {
          x: 300,
          y: 742,
          size: 20,
          fill: '#6dffb3',
          family: 'mono',
          fit: 480,
          weight: 400,
        }),
    ),
  header: () =>
    svg(
      headerSize,
      scene(headerSize, { x: 560, y: 110, width: 600, height: 340 }) +
        lettering('DEEP', {
          x: 70,
          y: 220,
          size: 104,
          fill: '#c9ffe3',
          family: 'mono',
          fit: 300,
          anchor: 'start',
          extra: glow,
        }) +
        lettering('STATIC', {
          x: 70,
          y: 320,
          size: 104,
          fill: '#c9ffe3',
          family: 'mono',
          fit: 440,
          anchor: 'start',
          extra: glow,
        }) +
        lettering('contact: unidentified', {
          x: 72,
          y: 366,
          size: 24,
          fill: '#6dffb3',
          family: 'mono',
          fit: 436,
          anchor: 'start',
          weight: 400,
        }),
    ),
}
