import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/grandmech.ts'

export const grandmech: DemoGame = {
  slug: 'grandmech',
  title: { en: 'GRANDMECH', ru: 'Бабуля в броне' },
  shortDescription: {
    en: 'Nine metres of steel, two knitting needles and a pie bay. Defend the allotments from the machines in turn-based battles, and do put a hat on.',
    ru: 'Девять метров стали, две спицы и отсек для пирожков. Обороните дачный посёлок от машин в пошаговых боях — и наденьте, пожалуйста, шапку.',
  },
  description: {
    en: 'The war machines came at dawn, across the railway line, and found the allotments defended. Six grandmothers, retired from six design bureaus, have been building in their sheds for years, and nobody had thought to ask what. Each mech is theirs to the last bolt: samovar reactors, cardigan plating, a trolley on the back. Fight on small, clever maps where everything can be thrown and most things can be pickled. Purl strike, area scolding, overwatch from behind a net curtain. Between the battles drink tea, exchange parts and gossip, and decide whom to forgive. No mech is ever lost for good, but they do get offended, and a repair takes exactly as long as an apology.',
    ru: 'Боевые машины пришли на рассвете через железную дорогу и обнаружили, что посёлок укреплён. Шесть бабушек, ветеранов шести конструкторских бюро, годами что-то строили в сараях, и никто не удосужился спросить что. Каждая машина — своя до последней гайки: самовар вместо реактора, броня в резинку два на два, тележка за спиной. Воюйте на небольших хитрых картах, где всё можно бросить, а почти всё — засолить. Удар с изнаночной, выговор по площади, засада за тюлем. Между боями пейте чай, меняйтесь деталями и новостями и решайте, кого простить. Насовсем никто не гибнет, но обижаются крепко, и ремонт длится ровно столько, сколько извинения.',
  },
  developer: 'Shed Nine',
  publisher: 'Shed Nine',
  releasedDaysAgo: 130,
  tags: [
    'mechs',
    'turn-based-tactics',
    'turn-based-combat',
    'strategy',
    'comedy',
    'female-protagonist',
    'character-customization',
    'robots',
    'tactical',
    'singleplayer',
  ],
  genres: ['strategy', 'rpg', 'indie'],
  price: 2499,
  sale: { percent: 15, days: 12, pauseDays: 16, firstInDays: 9 },
  buyers: 16,
  soldWithinDays: 36,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de pl zh-Hans', 'en ru'),
  ageMark: 12,
  requirements: needs('middling', ['windows', 'linux'], '6 GB'),
  cover,
  header,
  screenshots,
}
