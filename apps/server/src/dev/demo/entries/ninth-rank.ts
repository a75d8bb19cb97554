import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/ninth-rank.ts'

export const ninthRank: DemoGame = {
  slug: 'the-ninth-rank',
  title: { en: 'The Ninth Rank', ru: 'Девятая горизонталь' },
  shortDescription: {
    en: 'A chess roguelike for people who always wondered what is past the eighth rank. Break the rules with cards, one game at a time, and pay for it later.',
    ru: 'Шахматный рогалик для тех, кому всегда было интересно, что за восьмой горизонталью. Нарушайте правила картами, партия за партией, — платить придётся потом.',
  },
  description: {
    en: 'Nine opponents sit between you and the edge of the board. You start with an ordinary army and three cards; each card is a small crime against chess. Castle with anything. Take en passant twice. Let a bishop change its faith. Opponents cheat too, and each has a style that you may learn from their wine. Games last five minutes, since the clock is a hazard and not a courtesy, and whatever you lose stays lost, unless somebody remembers it fondly. You need not be good at chess: the boards are small and the engine beneath is patient and explains itself. What a pawn becomes on the ninth rank is a question we answer eleven ways.',
    ru: 'Между вами и краем доски девять противников. Вначале у вас обычное войско и три карты, и каждая карта — мелкое преступление против шахмат. Рокируйтесь с кем угодно. Бейте на проходе дважды. Пусть слон сменит веру. Противники тоже жульничают, и у каждого свой стиль — его можно угадать по тому, что он пьёт. Партия длится пять минут, потому что часы здесь — не любезность, а ловушка, и потерянное потеряно навсегда, если только кто-нибудь не вспомнит его добрым словом. Уметь играть не нужно: доски маленькие, а движок терпелив и всё объясняет. Во что превращается пешка на девятой горизонтали? У нас одиннадцать ответов.',
  },
  developer: 'Adjourned Games',
  publisher: 'Window Fourteen',
  releasedDaysAgo: 27,
  tags: [
    'chess',
    'roguelike-deckbuilder',
    'deckbuilding',
    'card-game',
    'turn-based',
    'strategy',
    'grid-based-movement',
    'replay-value',
    'difficult',
    'singleplayer',
  ],
  genres: ['strategy', 'indie'],
  price: 1599,
  sale: { percent: 10, days: 16, pauseDays: 12, firstInDays: 10 },
  buyers: 6,
  soldWithinDays: 26,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es zh-Hans'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '800 MB'),
  cover,
  header,
  screenshots,
}
