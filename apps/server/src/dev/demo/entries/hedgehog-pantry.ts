import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/hedgehog-pantry.ts'

export const hedgehogPantry: DemoGame = {
  slug: 'hedgehogs-pantry',
  title: { en: "The Hedgehog's Pantry", ru: 'Кладовая ежа' },
  shortDescription: {
    en: 'Forty days until the snow. Gather, dry, pickle and share: a game about making a home under the roots and having guests whether you like it or not.',
    ru: 'До снега сорок дней. Собирайте, сушите, солите и делитесь: игра о том, как обжить нору под корнями и принимать гостей, хочешь того или нет.',
  },
  description: {
    en: 'October has begun and the pantry is empty, apart from an old button and the smell of last year. You are a hedgehog with a long list. Learn where mushrooms come up after rain and which apples keep; dig rooms, hang shelves, put labels on jars in your own small handwriting. Neighbours drop in: a magpie with terms, a mole who never remembers what he came for, a hare who will not sit down. Give something away every day, if you can. Nothing goes wrong that cannot be put right by supper, and when the snow does come, the game simply stays with you through one long evening by the stove. For one, or for two on a sofa.',
    ru: 'Наступил октябрь, а в кладовой пусто, если не считать старой пуговицы и прошлогоднего запаха. Вы ёж с длинным списком дел. Выучите, где после дождя лезут грибы и какие яблоки лежат до весны; копайте комнаты, вешайте полки, подписывайте банки мелким собственным почерком. Заходят соседи: сорока с условиями, крот, который опять забыл зачем, заяц, который никогда не присядет. Если можете, каждый день что-нибудь отдавайте. Не случится ничего такого, что нельзя поправить до ужина, а когда снег всё-таки пойдёт, игра просто посидит с вами один долгий вечер у печки. Для одного или для двоих на диване.',
  },
  developer: 'Warm Burrow',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 3,
  tags: [
    'cozy',
    'farming-sim',
    'life-sim',
    'crafting',
    'cute',
    'wholesome',
    'nature',
    'local-co-op',
    'family-friendly',
    'relaxing',
  ],
  genres: ['simulation', 'casual', 'indie'],
  price: 1499,
  buyers: 4,
  soldWithinDays: 3,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es it pl ja', 'en ru'),
  ageMark: 0,
  requirements: needs('light', ['windows', 'linux', 'macos'], '1.8 GB'),
  cover,
  header,
  screenshots,
}
