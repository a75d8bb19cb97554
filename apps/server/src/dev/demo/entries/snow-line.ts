import type { DemoGame } from '../demo-game.ts'
import { coverSize, gradient, headerSize, lettering, px, random, repeat, ridge, type Size, svg } from '../svg.ts'

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
  releaseDate: '2026-11-05',
  tags: ['survival', 'exploration', 'atmospheric', 'nature', 'co-op'],
  price: 2499,
  popularity: 19,
  platforms: ['windows', 'linux'],
  cover: () =>
    svg(
      coverSize,
      scene(coverSize, { x: 310, y: 290 }) +
        lettering('SNOW LINE', { x: 300, y: 168, size: 62, fill: '#fdfaf5', family: 'serif', weight: 400, fit: 440 }) +
        `<path d="M80 196 H520" stroke="#fdfaf5" stroke-width="1.5"/>`,
    ),
  header: () =>
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
    ),
}
