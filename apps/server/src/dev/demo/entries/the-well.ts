import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/the-well.ts'

export const theWell: DemoGame = {
  slug: 'the-well-counts-back',
  title: { en: 'The Well Counts Back', ru: 'Колодец считает обратно' },
  shortDescription: {
    en: 'You are at the bottom, with four matches and a tally on the wall in your own handwriting. You say one. Something above you says two.',
    ru: 'Вы на дне. У вас четыре спички и зарубки на стене — вашей рукой. Вы говорите: «раз». Сверху отвечают: «два».',
  },
  description: {
    en: 'A horror game in a space of four square metres. There is nothing to fight with and nowhere to run, and that is as it should be, since nothing down here is in a hurry. Feel the stones. Count them. Strike a match and count again. The well answers with numbers, and each number it says is true, which takes a while to become frightening. Sound is everything: breath, drip, rope, a second breath. Three nights, about ninety minutes each, no sudden shrieks and no gore; the rating is for what you will conclude by yourself. We ask you, quite seriously, to play with somebody else in the house. It is cheaper than moving.',
    ru: 'Хоррор на четырёх квадратных метрах. Драться нечем, бежать некуда — и правильно, ведь никто здесь, внизу, никуда не торопится. Ощупайте камни. Сосчитайте. Зажгите спичку и сосчитайте снова. Колодец отвечает числами, и каждое названное им число верно; почему это страшно, доходит не сразу. Всё держится на звуке: вдох, капля, верёвка, второй вдох. Три ночи минут по девяносто, без воплей в ухо и без крови; возрастная отметка — за то, к чему вы придёте сами. Всерьёз просим: играйте, когда дома есть кто-то ещё. Это дешевле переезда.',
  },
  developer: 'Cold Stone Choir',
  publisher: 'Wet Rails',
  releasedDaysAgo: 24,
  tags: [
    'horror',
    'psychological-horror',
    'atmospheric',
    'dark',
    'minimalist',
    'mystery',
    'first-person',
    'short',
    'psychological',
    'singleplayer',
  ],
  genres: ['adventure', 'indie'],
  price: 1799,
  buyers: 5,
  soldWithinDays: 22,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de', 'en ru'),
  ageMark: 18,
  requirements: needs('middling', ['windows', 'linux'], '4 GB'),
  cover,
  header,
  screenshots,
}
