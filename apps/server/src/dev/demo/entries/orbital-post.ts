import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { gameFolders } from '../game-folders.ts'
import { cover, header, screenshots } from '../pictures/orbital-post.ts'

export const orbitalPost: DemoGame = {
  slug: 'orbital-post',
  title: { en: 'Orbital Post', ru: 'Орбитальная почта' },
  shortDescription: {
    en: 'One button, one mailbag, an unreasonable number of planets. Swing around each world, let go at the right moment and try not to post yourself into the void.',
    ru: 'Одна кнопка, одна сумка с письмами и неприлично много планет. Раскрутитесь вокруг мира, отпустите вовремя и постарайтесь не отправить в пустоту самого себя.',
  },
  description: {
    en: 'The Galactic Postal Service guarantees delivery. It does not guarantee the postman. Your rocket circles whichever planet has caught it; press, and it flies off straight along the tangent, exactly as your physics teacher promised. Reach the next world and its gravity takes you in, the letter is stamped and the queue behind you grows. Flights in a row without dawdling build a combo, comets pay extra, worlds shrink, orbits quicken, and somewhere around letter thirty you will notice that you have stopped breathing. A run takes a minute, a good run takes three, and the next one starts the moment you say "just one more". Keys, mouse or thumb; sound optional; stamps eternal.',
    ru: 'Галактическая почта гарантирует доставку писем. Доставку почтальона она не гарантирует. Ваша ракета кружит вокруг планеты, которая её поймала; нажмите — и она уйдёт по касательной, ровно как обещал учитель физики. Долетели до следующего мира — притяжение подхватит, письмо проштампуют, а очередь за вами подрастёт. Перелёты без раздумий складываются в серию, за кометы доплачивают, планеты мельчают, орбиты ускоряются, и где-то на тридцатом письме вы заметите, что перестали дышать. Забег длится минуту, хороший — три, а следующий начинается на словах «ну ещё разок». Клавиша, мышь или большой палец; звук по желанию, штемпели навсегда.',
  },
  developer: 'Perihelion & Daughters',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 52,
  tags: ['arcade', 'space', 'one-button', 'score-attack', 'retro', 'touch-friendly', 'replay-value', 'singleplayer'],
  genres: ['casual', 'action', 'indie'],
  price: 499,
  buyers: 16,
  soldWithinDays: 45,
  platforms: ['any'],
  languages: speaks('en ru'),
  ageMark: 0,
  requirements: needs('page', ['any'], '1 MB'),
  cover,
  header,
  screenshots,
  build: {
    folders: gameFolders('orbital-post'),
    version: '1.1.0',
    notes: {
      en: 'Comets pay extra, and flights without dawdling build a combo. Sound can be switched off; stamps are eternal.',
      ru: 'Кометы платят сверху, а полёты без промедления складываются в серию. Звук можно выключить, штемпели — навсегда.',
    },
  },
}
