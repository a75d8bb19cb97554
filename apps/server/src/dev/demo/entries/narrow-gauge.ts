import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/narrow-gauge.ts'

export const narrowGauge: DemoGame = {
  slug: 'narrow-gauge',
  title: { en: 'Narrow Gauge', ru: 'Узкая колея' },
  shortDescription: {
    en: 'Lay a little railway through hills that were there first. Nobody goes bankrupt, the timetable is a suggestion, and the goat has a return ticket.',
    ru: 'Проложите маленькую железную дорогу через холмы, которые были здесь раньше. Никто не разорится, расписание условно, а у козы билет туда и обратно.',
  },
  description: {
    en: 'Seventy-five centimetres between the rails and no hurry at all. Start with one engine, one coach and a halt in the nettles; bring the jam down, the letters up and the band to the wedding. The land is a real obstacle and a polite one: gradients matter, curves cost coal, and a tunnel through somebody’s favourite hill will be remembered at Christmas. Automate what bores you and drive what you love, lever by lever, with a whistle that carries two valleys. Four seasons, snow that needs a plough, night trains for those who cannot sleep. Twenty scenarios, an endless valley and an editor in which people have already rebuilt their grandparents’ stations.',
    ru: 'Семьсот пятьдесят миллиметров между рельсами и никакой спешки. Начните с одного паровоза, одного вагона и платформы в крапиве; возите варенье вниз, письма вверх, а оркестр — на свадьбу. Рельеф здесь настоящее препятствие, но вежливое: уклоны важны, кривые едят уголь, а тоннель сквозь чей-то любимый холм вам припомнят на Новый год. Что наскучило — автоматизируйте, что любите — ведите сами, рычаг за рычагом, с гудком на две долины. Четыре времени года, снег, для которого нужен плуг, ночные поезда для тех, кому не спится. Двадцать сценариев, бесконечная долина и редактор, в котором уже восстановили не одну бабушкину станцию.',
  },
  developer: 'Halt Request Stop',
  publisher: 'Long Platform',
  releasedDaysAgo: 190,
  tags: [
    'trains',
    'transportation',
    'automation',
    'relaxing',
    'isometric',
    'building',
    'sandbox',
    'level-editor',
    'management',
    'cozy',
    'singleplayer',
  ],
  genres: ['simulation', 'strategy', 'indie'],
  price: 2799,
  buyers: 15,
  soldWithinDays: 30,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr cs pl ja'),
  ageMark: 0,
  requirements: needs('middling', ['windows', 'linux', 'macos'], '3.5 GB'),
  cover,
  header,
  screenshots,
}
