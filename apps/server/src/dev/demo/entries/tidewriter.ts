import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/tidewriter.ts'

export const tidewriter: DemoGame = {
  slug: 'tidewriter',
  title: { en: 'Tidewriter', ru: 'Пишущая на песке' },
  shortDescription: {
    en: 'Write letters on the beach for the sea to read. It answers at high water, in its own time, and not always to you.',
    ru: 'Пишите морю письма на песке. Оно прочтёт в прилив и ответит, когда сочтёт нужным, — и не обязательно вам.',
  },
  description: {
    en: 'A brush as tall as yourself, a mile of wet sand and six minutes until the water comes. You are learning a script that has no alphabet, only gestures: the sign for to return, the sign for to return later than promised. What you draw is read. The tide brings back bottles, boards, sometimes a person; the village on the cliff brings questions that it would rather not ask aloud. Nobody scores your handwriting, though the sea has preferences. Played in evenings of about twenty minutes, best one at a time. Drawn in ink on paper by somebody who has since moved inland, with sound recorded on one beach through one whole winter.',
    ru: 'Кисть в человеческий рост, верста мокрого песка и шесть минут до большой воды. Вы осваиваете письмо, в котором нет букв, только движения: знак «вернуться», знак «вернуться позже, чем обещал». Написанное прочтут. Прилив приносит бутылки, доски, иногда человека, а деревня на обрыве — вопросы, которые не решается задать вслух. Оценок за почерк никто не ставит, хотя вкусы у моря есть. Играть лучше вечерами, минут по двадцать, и по одному вечеру зараз. Нарисовано тушью на бумаге художницей, которая с тех пор перебралась подальше от берега; звук записан на одном пляже за одну долгую зиму.',
  },
  developer: 'Neap & Spring',
  publisher: 'Neap & Spring',
  releasedDaysAgo: 262,
  tags: [
    'relaxing',
    'emotional',
    'hand-drawn',
    'experimental',
    'nature',
    'minimalist',
    'short',
    'narrative',
    'great-soundtrack',
    'singleplayer',
  ],
  genres: ['casual', 'indie', 'adventure'],
  price: 899,
  sale: { percent: 50, days: 11, pauseDays: 17, firstInDays: -2 },
  buyers: 6,
  soldWithinDays: 150,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru ja fr'),
  ageMark: 0,
  requirements: needs('light', ['windows', 'linux', 'macos'], '700 MB'),
  cover,
  header,
  screenshots,
}
