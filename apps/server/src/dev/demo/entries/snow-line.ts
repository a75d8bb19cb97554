import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/snow-line.ts'

export const snowLine: DemoGame = {
  slug: 'snow-line',
  title: { en: 'Snow Line', ru: 'Линия снега' },
  shortDescription: {
    en: 'Walk up a mountain that has no summit on any map. Read the snow, ration the matches, and leave cairns for the stranger who climbs a day behind you.',
    ru: 'Поднимайтесь на гору, у которой ни на одной карте нет вершины. Читайте снег, берегите спички и складывайте туры для того, кто идёт на день позже вас.',
  },
  description: {
    en: "A survival game without zombies, crafting trees or hurry. You have a rope, a stove, a notebook and seven days of weather that you can learn to read. Every slope is simulated, layer by layer: the snow remembers yesterday's wind, and it will tell you where not to step if you kneel down and look. The cairns, ropes and notes that you leave stay for other players, who see them a day later and whom you will never meet, only thank. Some climbs take an evening; the last one takes a decision. Written with two mountain rescuers, who insisted on one rule: turning back must always be a way to win.",
    ru: 'Выживание без зомби, без дерева крафта и без спешки. У вас верёвка, горелка, блокнот и семь дней погоды, которую можно научиться понимать. Каждый склон просчитан послойно: снег помнит вчерашний ветер и подскажет, куда не ступать, — надо только опуститься на колени и посмотреть. Туры, верёвки и записки, которые вы оставите, увидят другие игроки, на день позже; встретиться с ними нельзя, можно лишь поблагодарить. На одни маршруты нужен вечер, на последний — решение. Нам помогали двое горных спасателей, и у них было одно условие: повернуть назад — это тоже всегда победа.',
  },
  developer: 'Col du Nord',
  publisher: 'Long Platform',
  releasedDaysAgo: 18,
  tags: ['survival', 'exploration', 'atmospheric', 'nature', 'snow', 'asynchronous-multiplayer', 'co-op', 'beautiful'],
  genres: ['adventure', 'indie'],
  price: 2499,
  buyers: 4,
  soldWithinDays: 17,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de fr no'),
  ageMark: 12,
  requirements: needs('heavy', ['windows', 'linux'], '14 GB'),
  cover,
  header,
  screenshots,
}
