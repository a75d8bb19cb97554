/** Somebody invented who buys games here. The first letters of the address are the name in Latin. */
export interface DemoPerson {
  name: string
  email: string
  locale: 'en' | 'ru'
  /** Tags and genres that this person falls for. */
  likes: readonly string[]
}

/** One a line: name, address, language, tastes. */
const table = `
Лёша Громов, lyosha, ru, horror mystery atmospheric
Mira, mira, en, cozy cats relaxing
Тимур, timur, ru, strategy management economy
Ines Vale, ines, en, puzzle logic minimalist
Anton K., anton, en, racing sports arcade
Бабушка Рая, raya, ru, cozy puzzle casual
Даша, dasha, ru, narrative emotional hand-drawn
pixel_tobi, tobi, en, pixel-art pixel-graphics roguelike
Семён Семёныч, semyon, ru, strategy grand-strategy historical
Aiko, aiko, en, beautiful relaxing platformer
Гриша, grisha, ru, party sports comedy
Кира, kira, ru, rpg story-rich choices-matter
Big Sal, sal, en, party multiplayer funny
Паша Длинный, pasha, ru, football-soccer local-multiplayer comedy
Женя, zhenya, ru, metroidvania action retro
Kofi, kofi, en, driving cyberpunk racing
Соня, sonya, ru, cute casual puzzle
Ульяна, ulyana, ru, experimental hand-drawn surreal
Sam Okoro, sam, en, satire political comedy
Priya, priya, en, puzzle deduction chess
Фёдор Ильич, fyodor, ru, chess strategy turn-based
Ярик, yarik, ru, physics score-attack one-button
`

export const demoBuyers: readonly DemoPerson[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [name = '', address = '', locale = '', likes = ''] = row.split(', ')
    return {
      name,
      email: `${address}@people.kettle.test`,
      locale: locale === 'ru' ? 'ru' : 'en',
      likes: likes.split(' '),
    }
  })

/** What the demo player owns already: when it was bought, and for how many minutes it was played how many days ago. */
export const demoLibrary: readonly {
  slug: string
  boughtDaysAgo: number
  sittings: readonly (readonly [daysAgo: number, minutes: number])[]
}[] = [
  {
    slug: 'isobar',
    boughtDaysAgo: 47,
    sittings: [
      [46.2, 65],
      [40.1, 48],
      [21.3, 95],
      [6.2, 40],
    ],
  },
  {
    slug: 'the-map-lies',
    boughtDaysAgo: 16,
    sittings: [
      [15.2, 130],
      [8.1, 75],
      [4.3, 110],
      [1.2, 85],
    ],
  },
  {
    slug: 'hedgehogs-pantry',
    boughtDaysAgo: 2,
    sittings: [
      [1.9, 26],
      [0.9, 31],
    ],
  },
]
