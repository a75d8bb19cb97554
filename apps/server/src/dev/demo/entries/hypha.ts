import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/hypha.ts'

export const hypha: DemoGame = {
  slug: 'hypha',
  title: { en: 'Hypha', ru: 'Гифа' },
  shortDescription: {
    en: 'Grow an empire that fits under a forest. Trade sugar with the birches, gossip with the roots, and let the moss know, gently, who runs this valley.',
    ru: 'Вырастите империю, которая уместится под лесом. Торгуйте сахаром с берёзами, сплетничайте с корнями и мягко объясните мху, кто в этой долине главный.',
  },
  description: {
    en: 'A strategy game in which nobody is attacked and everybody owes you. You begin as one spore and one good idea. Thread by thread you reach the roots of pines, oaks and one deeply neurotic aspen, and offer each what it lacks: water in June, phosphorus in August, a sympathetic ear in November. In return you get sugar, and sugar buys reach. Droughts, beetles and a scout camp test the economy you have built; rival fungi will undercut your prices. Simulated down to the single thread, with four seasons, nine valleys and a sandbox that runs happily while you do something useful. The tutorial is delivered by a woodlouse. She has seen everything.',
    ru: 'Стратегия, в которой никого не завоёвывают, зато все вам должны. Вначале у вас одна спора и одна хорошая мысль. Нить за нитью вы добираетесь до корней сосен, дубов и одной глубоко нервной осины и предлагаете каждому то, чего ему не хватает: в июне воду, в августе фосфор, в ноябре — сочувствие. Взамен дают сахар, а за сахар можно дотянуться дальше. Засухи, жуки и детский лагерь проверят вашу экономику на прочность; соседние грибы начнут сбивать цены. Симуляция до отдельной нити, четыре времени года, девять долин и песочница, которая прекрасно работает, пока вы заняты делом. Обучение ведёт мокрица. Она видела всё.',
  },
  developer: 'Undergrowth Collective',
  publisher: 'Undergrowth Collective',
  releasedDaysAgo: 215,
  tags: [
    'strategy',
    'simulation',
    'nature',
    'economy',
    'sandbox',
    'relaxing',
    'resource-management',
    'real-time-with-pause',
    'singleplayer',
  ],
  genres: ['strategy', 'simulation', 'indie'],
  price: 1999,
  sale: { percent: 30, days: 14, pauseDays: 14, firstInDays: 0 },
  buyers: 14,
  soldWithinDays: 30,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es pt-BR zh-Hans ja'),
  ageMark: 0,
  requirements: needs('middling', ['windows', 'linux', 'macos'], '2 GB'),
  cover,
  header,
  screenshots,
}
