import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { gameFolders } from '../game-folders.ts'
import { cover, header, screenshots } from '../pictures/jam-jar.ts'

export const jamJar: DemoGame = {
  slug: 'a-jar-of-jam',
  title: { en: 'A Jar of Jam', ru: 'Банка варенья' },
  shortDescription: {
    en: 'Drop berries into a jar. Two of a kind make one of the next, and then the jar is full again, and it is suddenly half past eleven.',
    ru: 'Бросайте ягоды в банку. Две одинаковые — одна покрупнее, потом ещё крупнее, потом банка снова полна, а на часах отчего-то полдвенадцатого.',
  },
  description: {
    en: 'There is a jar, and there is a hand above it with something round. Let go where you like. Two currants become a blueberry, two blueberries a cherry, and so on by way of plum and quince up to the pumpkin, whom few have met and nobody has met twice by accident. Everything rolls, leans and settles, so the best plan is one that survives being sat upon. Quick merges in a row pay extra; a berry that looks over the rim for too long ends the jar, and the kitchen laughs, not unkindly. Played with arrows, mouse or one finger, in the browser or the launcher. It costs nothing, since nobody in our family ever charged for jam.',
    ru: 'Есть банка, и есть рука, а в руке что-то круглое. Отпускайте где хотите. Две смородины станут черникой, две черники — вишней и так далее, через сливу и айву до самой тыквы, которую видели немногие, а дважды случайно — никто. Всё катится, наваливается и оседает, поэтому лучший план — тот, на который можно сесть. За быстрые слияния подряд доплачивают; ягода, что слишком долго выглядывает через край, заканчивает банку, и кухня смеётся, но беззлобно. Играется стрелками, мышью или одним пальцем, в браузере и в лаунчере. Денег не стоит: в нашей семье за варенье никогда не брали.',
  },
  developer: 'Third Shelf',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 12,
  tags: [
    'free-to-play',
    'puzzle',
    'casual',
    'physics',
    'cute',
    'cozy',
    'funny',
    'score-attack',
    'touch-friendly',
    'family-friendly',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'free-to-play'],
  price: 0,
  buyers: 15,
  soldWithinDays: 12,
  platforms: ['any'],
  languages: speaks('en ru'),
  ageMark: 0,
  requirements: needs('page', ['any'], '1 MB'),
  cover,
  header,
  screenshots,
  build: {
    folders: gameFolders('jam-jar'),
    version: '1.0.0',
    notes: {
      en: 'The first jar is on the shelf: nine kinds of fruit, one pumpkin, no lid.',
      ru: 'Первая банка на полке: девять видов плодов, одна тыква, ни одной крышки.',
    },
  },
}
