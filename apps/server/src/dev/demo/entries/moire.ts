import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/moire.ts'

export const moire: DemoGame = {
  slug: 'moire',
  title: { en: 'Moiré', ru: 'Муар' },
  shortDescription: {
    en: 'Black lines, white gaps and one red dot. Overlay patterns until something appears that is in neither of them, then walk through it.',
    ru: 'Чёрные линии, белые промежутки и одна красная точка. Накладывайте узоры, пока не появится то, чего нет ни в одном из них, — и проходите насквозь.',
  },
  description: {
    en: 'A puzzle about what your eyes add. Two sheets of lines lie on each other; move one by a hair and a wave a hundred times larger runs across the screen. That wave is the level. Doors open where it is dark, floors hold where it is light, and the red dot, which is you, believes every bit of it. Sixty rooms in five sets, each built on one illusion described long ago and never before walked on. It is short, exact, printed in two inks, and it comes with an honest warning: patterns like these may trouble people with photosensitive epilepsy. A calm mode slows all motion and thins the contrast without making anything easier.',
    ru: 'Головоломка о том, что глаз добавляет от себя. Два листа в линейку лежат друг на друге; сдвиньте один на волос — и по экрану побежит волна во сто раз крупнее. Эта волна и есть уровень. Двери открываются там, где темно, пол держит там, где светло, а красная точка, то есть вы, во всё это верит. Шестьдесят комнат в пяти сериях, и в основе каждой — одна давно описанная иллюзия, по которой раньше никто не ходил. Коротко, точно, в две краски — и с честным предупреждением: такие узоры могут навредить людям со светочувствительной эпилепсией. Спокойный режим замедляет движение и смягчает контраст, но ничего не упрощает.',
  },
  developer: 'Red Dot Rooms',
  publisher: 'Red Dot Rooms',
  releasedDaysAgo: 710,
  tags: [
    'puzzle',
    'abstract',
    'minimalist',
    'experimental',
    'psychedelic',
    'logic',
    'short',
    'surreal',
    '2d',
    'singleplayer',
  ],
  genres: ['indie', 'casual'],
  price: 599,
  sale: { percent: 66, days: 7, pauseDays: 21, firstInDays: 17 },
  buyers: 4,
  soldWithinDays: 180,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '90 MB'),
  cover,
  header,
  screenshots,
}
