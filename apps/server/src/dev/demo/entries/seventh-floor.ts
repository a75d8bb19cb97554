import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { programFolder } from '../game-folders.ts'
import { cover, header, screenshots } from '../pictures/seventh-floor.ts'

export const seventhFloor: DemoGame = {
  slug: 'seventh-floor-please',
  title: { en: 'Seventh Floor, Please', ru: 'Мне на седьмой' },
  shortDescription: {
    en: 'A comedy of one lift ride. Forty seconds, three strangers and thirty-one endings, in most of which somebody mentions the weather.',
    ru: 'Комедия длиной в одну поездку на лифте. Сорок секунд, трое незнакомых людей и тридцать одна концовка — почти в каждой кто-нибудь заговорит о погоде.',
  },
  description: {
    en: 'You get in on the ground floor. You press seven. Somebody coughs. From here on everything depends on where you look, and there are only four places to look in a lift. Small talk is a fighting game here: agree too warmly and you are a friend for life, too coldly and you must move house. Watch the awkwardness meter, hold the door or do not hold the door, laugh at the right half of a joke. A ride takes under a minute, and each one changes the next, since these are your neighbours and they remember. Free, complete, without advertisements, made by three people in three weeks in a building whose lift has since been repaired.',
    ru: 'Вы входите на первом. Нажимаете семёрку. Кто-то кашляет. Дальше всё зависит от того, куда смотреть, а смотреть в лифте можно всего на четыре вещи. Светская беседа здесь — файтинг: согласитесь слишком тепло — получите друга на всю жизнь, слишком холодно — придётся переезжать. Следите за шкалой неловкости, держите дверь или не держите, смейтесь над той половиной шутки, над которой надо. Поездка занимает меньше минуты, и каждая меняет следующую: это ваши соседи, они всё помнят. Бесплатно, целиком и без рекламы. Сделано втроём за три недели в доме, где лифт с тех пор починили.',
  },
  developer: 'Mind The Doors',
  publisher: 'Mind The Doors',
  releasedDaysAgo: 330,
  tags: [
    'free-to-play',
    'interactive-fiction',
    'comedy',
    'conversation',
    'choices-matter',
    'multiple-endings',
    'short',
    'dark-humor',
    'replay-value',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'adventure', 'free-to-play'],
  price: 0,
  buyers: 10,
  soldWithinDays: 150,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru'),
  ageMark: 12,
  requirements: needs('page', ['windows', 'linux', 'macos'], '1 MB'),
  cover,
  header,
  screenshots,
  build: {
    folders: [programFolder('seventh-floor')],
    version: '1.0.3',
    notes: {
      en: 'The game now runs in a terminal of its own. The ficus is insured.',
      ru: 'Игра теперь идёт в собственном терминале. Фикус застрахован.',
    },
  },
}
