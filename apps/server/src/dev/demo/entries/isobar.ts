import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/isobar.ts'

export const isobar: DemoGame = {
  slug: 'isobar',
  title: { en: 'Isobar', ru: 'Изобара' },
  shortDescription: {
    en: 'You are the weather. Push fronts around a map until the wedding stays dry, the cabbages get wet and nobody can prove it was you.',
    ru: 'Вы — погода. Двигайте фронты по карте так, чтобы на свадьбе было сухо, капусту полило, а доказать ваше участие никто не смог.',
  },
  description: {
    en: 'A logic puzzle in the form of a forecast. Each morning the valley hands in its wishes: two mills want wind, one bride wants sun, the fire brigade wants to be left alone. You have a high, a low and a couple of fronts, and an atmosphere that obeys four honest rules, all of which fit on a postcard. Drag the high north and the rain slides east; it was heading for the regatta, and now it is your problem again. A hundred and twenty days drawn by hand, plus a new one every morning, the same for everybody, with the three best solutions shown at supper. No reflexes, no hints for money, and one sarcastic barometer.',
    ru: 'Логическая головоломка в виде прогноза погоды. Каждое утро долина подаёт заявки: двум мельницам нужен ветер, невесте — солнце, пожарным — чтобы их не трогали. У вас есть антициклон, циклон, пара фронтов и атмосфера, которая подчиняется четырём честным правилам; все они умещаются на открытке. Сдвинете антициклон на север — дождь съедет к востоку; он шёл на регату, а теперь это снова ваша забота. Сто двадцать дней нарисованы вручную, и ещё один появляется каждое утро, общий для всех, а к ужину показывают три лучших решения. Ни реакции, ни подсказок за деньги, зато есть барометр, и он язвит.',
  },
  developer: 'Occluded Front',
  publisher: 'Occluded Front',
  releasedDaysAgo: 440,
  tags: [
    'puzzle',
    'logic',
    'relaxing',
    'nature',
    'minimalist',
    'colorful',
    'education',
    'mouse-only',
    'touch-friendly',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'strategy'],
  price: 1099,
  sale: { percent: 30, days: 10, pauseDays: 18, firstInDays: 7 },
  buyers: 10,
  soldWithinDays: 140,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es nl'),
  ageMark: 0,
  requirements: needs('light', ['windows', 'linux', 'macos'], '250 MB'),
  cover,
  header,
  screenshots,
}
