import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/alley-cup.ts'

export const alleyCup: DemoGame = {
  slug: 'alley-cup',
  title: { en: 'Alley Cup', ru: 'Двор на двор' },
  shortDescription: {
    en: 'Yard football as it was: chalk lines, goals made of schoolbags, no referee and one ball, whose owner has to be in by nine.',
    ru: 'Дворовый футбол, каким он был: ворота из портфелей, линии мелом, судьи нет, мяч один, и хозяину мяча домой к девяти.',
  },
  description: {
    en: 'Four on four, on asphalt, between a garage and somebody’s geraniums. Walls are in play, parked cars are in play, the cellar window is worth a goal and a week of running away. Pick a team from twenty-six yards: Lyova complains but runs, Big Sonya is the wall, Uncle Kolya is forty-seven and has one knee but sees everything. One button passes, one shoots, one argues, and arguing well moves the chalk line. Up to eight players on one sofa or online, against each other or against the next street. A summer of fixtures ends with the Cup, which is a jam tin, and with the evening when they call everyone home at once.',
    ru: 'Четверо на четверо, на асфальте, между гаражом и чьей-то геранью. Стены в игре, машины в игре, окно в подвал — это гол и неделя бегства. Соберите команду из двадцати шести дворов: Лёва ноет, зато бегает, Большая Соня — стена, дяде Коле сорок семь и колено у него одно, но видит он всё. Одна кнопка — пас, другая — удар, третья — спор, и если спорить хорошо, меловая черта сдвинется. До восьми игроков на одном диване или по сети, друг против друга или против соседней улицы. Лето матчей заканчивается Кубком, то есть банкой из-под варенья, и вечером, когда домой зовут всех сразу.',
  },
  developer: 'Twelve Yards',
  publisher: 'Gastropod Garage',
  releasedDaysAgo: 118,
  tags: [
    'football-soccer',
    'sports',
    'local-multiplayer',
    '4-player-local',
    'online-co-op',
    'party',
    'comedy',
    'nostalgia',
    'fast-paced',
    'multiplayer',
  ],
  genres: ['sports', 'action', 'casual'],
  price: 1199,
  sale: { percent: 30, days: 12, pauseDays: 16, firstInDays: 2 },
  buyers: 13,
  soldWithinDays: 75,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de es pt-BR it', 'en ru'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '1.5 GB'),
  cover,
  header,
  screenshots,
}
