import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/moth-and-lantern.ts'

export const mothAndLantern: DemoGame = {
  slug: 'moth-and-lantern',
  title: { en: 'Moth & Lantern', ru: 'Мотылёк и фонарь' },
  shortDescription: {
    en: 'A shadow theatre that you can fly through. Carry a small light into five acts of cut paper, and mind the flame: it is fond of you too.',
    ru: 'Театр теней, по которому можно летать. Пронесите маленький свет через пять действий из резаной бумаги и берегитесь огня: он тоже к вам неравнодушен.',
  },
  description: {
    en: 'Somebody has left the stage and forgotten to put out the lantern. Around it, sheet behind sheet, lies a forest, a well, an attic and a town in which it is always the hour before supper. You are a moth of no great education. Where the light falls, paper opens; where it does not, things stay as they were, and some of them move. Push the lamp along its string, land on shadows as if they were floors, wake other insects, who have opinions. There is no timer and no fighting, though there is one bat. Drawn with scissors, scored for three clarinets, about four hours long, and kind throughout except for a single page that we could not leave out.',
    ru: 'Кто-то ушёл со сцены и забыл погасить фонарь. Вокруг него, лист за листом, — лес, колодец, чердак и город, где всегда без часу ужин. Вы мотылёк, образования невысокого. Куда падает свет, там бумага расступается; куда не падает, там всё по-прежнему, а кое-что ещё и шевелится. Двигайте лампу по нитке, садитесь на тени, как на пол, будите других насекомых — у них на всё своё мнение. Ни таймера, ни драк, зато есть летучая мышь, одна. Вырезано ножницами, положено на музыку для трёх кларнетов, длится часа четыре и остаётся добрым от начала до конца, кроме одной страницы, без которой мы не смогли.',
  },
  developer: 'Scissors & Sons',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 9,
  tags: [
    'platformer',
    'puzzle-platformer',
    'atmospheric',
    'beautiful',
    'hand-drawn',
    'emotional',
    'short',
    'wholesome',
    '2d',
    'singleplayer',
  ],
  genres: ['adventure', 'indie'],
  price: 1299,
  buyers: 6,
  soldWithinDays: 9,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru fr de es it ja'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '1.6 GB'),
  cover,
  header,
  screenshots,
}
