import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/night-tram.ts'

export const nightTram: DemoGame = {
  slug: 'night-tram-nine',
  title: { en: 'Night Tram No. 9', ru: 'Ночной трамвай № 9' },
  shortDescription: {
    en: 'The last tram of the night makes one stop too many. Punch tickets, count passengers, and never let the number go up between stations.',
    ru: 'Последний ночной трамвай делает на одну остановку больше, чем нужно. Проверяйте билеты, считайте пассажиров и следите, чтобы между станциями их не прибавлялось.',
  },
  description: {
    en: 'A short, quiet horror game for people who read the small print on tickets. You are the conductor of a line that was closed in 1974. Each shift lasts twenty minutes: ring the bell, punch the holes, answer politely, and look very carefully at faces, shoes and dates of issue. Somebody on board is not on any list. The rules of the depot hang by the door; on the first night there are three, on the seventh there are nineteen and some of them are about you. No jump scares, on our word of honour, only the slow certainty that the lady in seat four got off two stops ago. Best played after eleven with the lights of the city still on.',
    ru: 'Короткий тихий хоррор для тех, кто читает мелкий шрифт на билетах. Вы кондуктор на маршруте, который закрыли в 1974 году. Смена длится двадцать минут: дайте звонок, прокомпостируйте, отвечайте вежливо и очень внимательно смотрите на лица, обувь и даты выдачи. Кого-то из едущих нет ни в одном списке. Правила депо висят у двери; в первую ночь их три, в седьмую девятнадцать, и некоторые уже про вас. Никаких скримеров, честное слово, — только медленно крепнущая уверенность, что дама с четвёртого места вышла две остановки назад. Играть лучше после одиннадцати, пока в городе ещё горит свет.',
  },
  developer: 'Wet Rails',
  publisher: 'Wet Rails',
  releasedDaysAgo: 388,
  tags: [
    'horror',
    'mystery',
    'atmospheric',
    'psychological-horror',
    'short',
    'trains',
    'dark',
    'job-simulator',
    'singleplayer',
  ],
  genres: ['adventure', 'indie'],
  price: 999,
  sale: { percent: 45, days: 9, pauseDays: 19, firstInDays: -7 },
  buyers: 10,
  soldWithinDays: 150,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de', 'en'),
  ageMark: 16,
  requirements: needs('light', ['windows', 'linux'], '1.4 GB'),
  cover,
  header,
  screenshots,
}
