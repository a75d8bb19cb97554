import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/deep-static.ts'

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
  releasedDaysAgo: 787,
  tags: [
    'simulation',
    'submarine',
    'horror',
    'underwater',
    'hardcore',
    'lovecraftian',
    'immersive-sim',
    'atmospheric',
    'singleplayer',
  ],
  genres: ['simulation', 'indie'],
  price: 2199,
  sale: { percent: 60, days: 8, pauseDays: 20, firstInDays: 2 },
  buyers: 4,
  soldWithinDays: 190,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru', 'en'),
  ageMark: 16,
  requirements: needs('middling', ['windows', 'linux'], '5 GB'),
  cover,
  header,
  screenshots,
}
