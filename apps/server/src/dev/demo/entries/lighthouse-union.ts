import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/lighthouse-union.ts'

export const lighthouseUnion: DemoGame = {
  slug: 'lighthouse-keepers-union',
  title: { en: "Lighthouse Keepers' Union", ru: 'Профсоюз смотрителей маяков' },
  shortDescription: {
    en: 'Eleven lighthouses, one strike, and a sea that will not wait for the vote. Organise the loneliest trade in the world without a single meeting in person.',
    ru: 'Одиннадцать маяков, одна забастовка и море, которое не станет ждать голосования. Сплотите самую одинокую профессию на свете, ни разу не собравшись вместе.',
  },
  description: {
    en: "Keepers live a day's sailing apart, hate company and have been underpaid since the invention of light. You are the first secretary of their union. You have a mail boat twice a week, a signal lamp, and a list of demands that begins with lamp oil and ends, for reasons that will become clear, with stairs. Persuade the proud, feed the hungry, find out who is selling fog forecasts to the harbour board. Every light you switch off is pressure; every light you switch off is also a ship. The game keeps both lists and reads them to you at the end of the week. A strategy of slow correspondence with nine endings, two of which include a pension.",
    ru: 'Смотрители живут в дне пути друг от друга, не выносят общества и недополучают жалованье с тех пор, как изобрели свет. Вы — первый секретарь их профсоюза. В вашем распоряжении почтовый катер дважды в неделю, сигнальный фонарь и список требований, который начинается с лампового масла, а кончается — скоро поймёте почему — лестницами. Уговаривайте гордых, кормите голодных, ищите того, кто сливает прогнозы тумана портовому начальству. Каждый погашенный маяк — это давление. И каждый погашенный маяк — это чей-то корабль. Игра ведёт оба списка и в конце недели зачитывает их вслух. Стратегия неспешной переписки: девять концовок, в двух из них дают пенсию.',
  },
  developer: 'Third Cape Cooperative',
  publisher: 'Long Platform',
  releasedDaysAgo: 40,
  tags: [
    'strategy',
    'management',
    'political',
    'choices-matter',
    'resource-management',
    'satire',
    'naval',
    'multiple-endings',
    'story-rich',
    'singleplayer',
  ],
  genres: ['strategy', 'indie', 'simulation'],
  price: 1699,
  buyers: 8,
  soldWithinDays: 38,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr pl'),
  ageMark: 12,
  requirements: needs('light', ['windows', 'linux', 'macos'], '1.2 GB'),
  cover,
  header,
  screenshots,
}
