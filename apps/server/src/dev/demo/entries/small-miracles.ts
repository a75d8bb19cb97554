import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/small-miracles.ts'

export const smallMiracles: DemoGame = {
  slug: 'bureau-of-small-miracles',
  title: { en: 'Bureau of Small Miracles', ru: 'Бюро мелких чудес' },
  shortDescription: {
    en: 'A deck-builder in which you are a minor deity with a budget. Answer prayers, stay within three miracles a day, and keep all the receipts.',
    ru: 'Карточная игра, где вы мелкое божество на окладе. Исполняйте просьбы, укладывайтесь в три чуда за день и обязательно сохраняйте чеки.',
  },
  description: {
    en: 'Large miracles are handled upstairs. You work at window fourteen: lost keys, first snow on request, buses that come just as one gives up. Each morning brings a tray of prayers; each prayer has a price in coincidence. Build a deck of modest wonders (Green Wave, Found Banknote, Suspiciously Good Hair), chain them so that one helps three people, and try to close the quarter without an audit. Requests contradict each other; farmers want rain, brides do not, and both have your extension. Runs last half an hour. The combinations run deep, the humour runs dry, and, once in a while, without any warning, a card will be about somebody you know.',
    ru: 'Большие чудеса оформляют этажом выше. Вы сидите в четырнадцатом окне: потерянные ключи, первый снег по заявке, автобус, который приходит ровно тогда, когда уже махнули рукой. Утром приносят лоток просьб, и у каждой своя цена в совпадениях. Соберите колоду скромных чудес («Зелёная волна», «Купюра в зимней куртке», «Подозрительно удачная причёска»), сцепляйте их, чтобы одно помогало троим, и закройте квартал без ревизии. Просьбы противоречат друг другу: крестьянам нужен дождь, невестам нет, и у тех и у других есть ваш добавочный. Партия занимает полчаса. Комбинации глубокие, юмор сухой, а иногда, без предупреждения, попадается карта про кого-то знакомого.',
  },
  developer: 'Window Fourteen',
  publisher: 'Window Fourteen',
  releasedDaysAgo: 75,
  tags: [
    'card-game',
    'deckbuilder',
    'roguelike-deckbuilder',
    'strategy',
    'comedy',
    'minimalist',
    'satire',
    'replay-value',
    'singleplayer',
  ],
  genres: ['strategy', 'casual', 'indie'],
  price: 1599,
  buyers: 13,
  soldWithinDays: 60,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de pl'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '500 MB'),
  cover,
  header,
  screenshots,
}
