import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/bestiary-of-errors.ts'

export const bestiaryOfErrors: DemoGame = {
  slug: 'bestiary-of-errors',
  title: { en: 'Bestiary of Errors', ru: 'Бестиарий ошибок' },
  shortDescription: {
    en: 'Draw animals that you have never seen from the words of people who lied. What you draw comes alive, and it is not pleased with its legs.',
    ru: 'Рисуйте зверей, которых не видели, со слов людей, которые врали. Нарисованное оживает — и недовольно тем, сколько у него ног.',
  },
  description: {
    en: 'Anno Domini 1287. You are a monk with a steady hand and have never left the valley. Travellers stop for soup and pay in descriptions: the lion has the face of an uncle, the elephant is a house with a trumpet, the crocodile weeps, which the abbot finds moving. Compose each beast of parts, page by page, then take your bestiary on the road, where debates are settled by setting one creature against another. Their powers come from what you believed. Cite an authority and a tail grows; be contradicted and lose a leg. A role-playing game in black ink and one red, with a hundred and forty creatures, all of them wrong, several of them dear.',
    ru: 'Год 1287-й. Вы монах с твёрдой рукой и ни разу не бывали дальше долины. Путники заходят на похлёбку и платят описаниями: у льва лицо дядюшки, слон — это дом с трубой, крокодил плачет, и настоятеля это трогает. Собирайте зверей по частям, лист за листом, а потом берите бестиарий в дорогу, где учёные споры решаются просто: тварь на тварь. Сила у них такая, в какую вы поверили. Сошлётесь на авторитет — отрастёт хвост; вас опровергнут — минус лапа. Ролевая игра в чёрную краску с одной красной: сто сорок существ, все неправильные, некоторые родные.',
  },
  developer: 'Scriptorium Nine',
  publisher: 'Long Platform',
  releasedDaysAgo: 235,
  tags: [
    'rpg',
    'creature-collector',
    'medieval',
    'comedy',
    'turn-based-combat',
    'hand-drawn',
    'party-based-rpg',
    'story-rich',
    'well-written',
    'singleplayer',
  ],
  genres: ['rpg', 'adventure', 'indie'],
  price: 1999,
  sale: { percent: 25, days: 12, pauseDays: 16, firstInDays: -4 },
  buyers: 13,
  soldWithinDays: 40,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr la'),
  ageMark: 12,
  requirements: needs('light', ['windows', 'linux', 'macos'], '2.3 GB'),
  cover,
  header,
  screenshots,
}
