import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/the-map-lies.ts'

export const theMapLies: DemoGame = {
  slug: 'the-map-lies',
  title: { en: 'The Map Lies', ru: 'Карта врёт' },
  shortDescription: {
    en: 'Five cartographers drew this island. Each was wrong about one thing and never about the same one. Compare their maps and mark what is really there.',
    ru: 'Этот остров рисовали пять картографов. Каждый ошибся ровно в одном, и все в разном. Сличите карты и нанесите на свою то, что есть на самом деле.',
  },
  description: {
    en: "A deduction game in ink. Spread five old maps on the table: the admiral exaggerates harbours, the monk leaves out taverns, the smuggler, naturally, is the most accurate of all. Every contradiction is a clue. Overlay them, fold them, hold them to the candle, and draw the one true chart, on which your own expedition then sails. Draw a ford where there is a bog, and you will read about it in the ship's log, in your own careful handwriting. Thirty islands by hand and as many as you like by generator, each proved to have a single solution. There is no hint button; there is a parrot, and it charges.",
    ru: 'Игра на дедукцию, чернилами. Разложите на столе пять старых карт: адмирал преувеличивает гавани, монах не замечает трактиров, контрабандист, естественно, точнее всех. Каждое противоречие — улика. Накладывайте, складывайте, смотрите на просвет у свечи и начертите единственно верную карту, по которой потом пойдёт ваша же экспедиция. Нарисуете брод на месте топи — прочтёте об этом в судовом журнале, написанном вашим собственным аккуратным почерком. Тридцать островов вручную и сколько угодно из генератора, и для каждого доказано, что решение одно. Кнопки «подсказка» нет. Есть попугай, и он берёт деньгами.',
  },
  developer: 'Plumb & Sextant',
  publisher: 'Plumb & Sextant',
  releasedDaysAgo: 615,
  tags: [
    'puzzle',
    'deduction',
    'relaxing',
    'hand-drawn',
    'logic',
    'pirates',
    'procedural-generation',
    'mouse-only',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'strategy'],
  price: 1199,
  sale: { percent: 25, days: 9, pauseDays: 19, firstInDays: 8 },
  buyers: 10,
  soldWithinDays: 190,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru fr'),
  ageMark: 0,
  requirements: needs('light', ['windows', 'linux', 'macos'], '350 MB'),
  cover,
  header,
  screenshots,
}
