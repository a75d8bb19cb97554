import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/harbour-cats.ts'

export const harbourCats: DemoGame = {
  slug: 'harbour-cats',
  title: { en: 'Harbour Cats', ru: 'Портовые коты' },
  shortDescription: {
    en: 'Run a busy port staffed entirely by cats. They will load the ships, weigh the herring and lie on every document that you actually need.',
    ru: 'Управляйте большим портом, где работают одни коты. Они погрузят корабли, взвесят селёдку и лягут на каждый документ, который вам действительно нужен.',
  },
  description: {
    en: 'The port of Saint Bartholomew-by-the-Fish has no manager, because the last one bent down to stroke a crane operator and was promoted to furniture. Now it is yours. Lay out piers and warehouses, draw timetables, hire cats by temperament: the ginger ones lift, the grey ones count, the tortoiseshells run customs and cannot be bribed with anything but everything. Ships come from forty ports with cargo, weather and gossip. Things go wrong at a civilised pace, and there is always a sunny crate to sit on. Three campaigns, a free harbour without goals, and a pause button that the whole staff honours by falling asleep on the spot.',
    ru: 'В порту Святого Варфоломея-на-Рыбе нет начальника: предыдущий нагнулся погладить крановщика и был переведён в мебель. Теперь порт ваш. Стройте причалы и склады, чертите расписания, нанимайте котов по характеру: рыжие таскают, серые считают, черепаховые сидят на таможне и не берут взяток ничем, кроме всего. Из сорока гаваней идут корабли с грузом, погодой и сплетнями. Неприятности случаются в приличном темпе, и всегда найдётся нагретый солнцем ящик, чтобы присесть. Три кампании, вольная гавань без целей и пауза, которую весь персонал соблюдает свято: засыпает где стоял.',
  },
  developer: 'Bollard & Whisker',
  publisher: 'Bollard & Whisker',
  releasedDaysAgo: 529,
  tags: ['management', 'cozy', 'cats', 'building', 'naval', 'economy', 'funny', 'family-friendly', 'singleplayer'],
  genres: ['simulation', 'strategy', 'indie'],
  price: 1799,
  sale: { percent: 50, days: 14, pauseDays: 14, firstInDays: -7 },
  buyers: 17,
  soldWithinDays: 21,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es ja ko'),
  ageMark: 0,
  requirements: needs('light', ['windows', 'linux', 'macos'], '900 MB'),
  cover,
  header,
  screenshots,
}
