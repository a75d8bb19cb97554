import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { gameFolders } from '../game-folders.ts'
import { cover, header, screenshots } from '../pictures/slippery-business.ts'

export const slipperyBusiness: DemoGame = {
  slug: 'slippery-business',
  title: { en: 'Slippery Business', ru: 'Скользкое дело' },
  shortDescription: {
    en: 'You are a waiter. The floor is ice. You are also a penguin, so nobody is surprised. Slide, bump, deliver the fish and keep your bow tie straight.',
    ru: 'Вы официант. Пол ледяной. А ещё вы пингвин, так что никто не удивлён. Скользите, врезайтесь, разносите рыбу — и следите, чтобы бабочка сидела ровно.',
  },
  description: {
    en: 'The Iceberg Bistro has one star, twelve tables and no traction whatsoever. Push off in a direction and you will keep going until something stops you: a snowdrift, a wall, or the consequences of your own planning. Pick up every fish, reach the hungry walrus, and try to do it in as few slides as the chef thinks possible. Twelve rooms start gentle and end with the kind of silence in which people reach for a pencil. No timers, no lives, no shouting: undo as often as you like, the walrus is patient. Plays in the browser or the launcher, with keys or a finger, in about the time it takes for tea to brew.',
    ru: 'В бистро «Айсберг» одна звезда, двенадцать залов и полное отсутствие сцепления с полом. Оттолкнулись — и едете, пока что-нибудь вас не остановит: сугроб, стена или последствия собственных планов. Соберите всю рыбу, доберитесь до голодного моржа и постарайтесь уложиться в то число рывков, которое шеф-повар считает приличным. Всего двенадцать комнат: первые ласковы, а над последними принято молчать и искать карандаш. Ни таймера, ни жизней, ни криков: отменяйте ходы сколько угодно, морж подождёт. Играется клавишами или пальцем, в браузере и в лаунчере, примерно столько, сколько заваривается чай.',
  },
  developer: 'Two Left Flippers',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 101,
  tags: [
    'puzzle',
    'cozy',
    'casual',
    'sokoban',
    'cute',
    'funny',
    'free',
    'family-friendly',
    'touch-friendly',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'free-to-play'],
  price: 0,
  buyers: 18,
  soldWithinDays: 70,
  platforms: ['any'],
  languages: speaks('en ru'),
  ageMark: 0,
  requirements: needs('page', ['any'], '1 MB'),
  cover,
  header,
  screenshots,
  build: {
    folders: gameFolders('slippery-business'),
    version: '1.1.0',
    notes: {
      en: 'Every one of the twelve rooms now knows the shortest way through it. The bow tie stays straight at any speed.',
      ru: 'Каждая из двенадцати комнат теперь знает свой кратчайший путь. Бабочка сидит ровно на любой скорости.',
    },
  },
}
