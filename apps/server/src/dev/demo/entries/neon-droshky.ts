import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/neon-droshky.ts'

export const neonDroshky: DemoGame = {
  slug: 'neon-droshky',
  title: { en: 'Neon Droshky', ru: 'Неоновый извозчик' },
  shortDescription: {
    en: 'The year is 2091, petrol is gone, and the fastest taxi in town eats oats. Drive a chrome horse through the rain and listen to whoever gets in.',
    ru: '2091 год, бензин кончился, и самое быстрое такси в городе питается овсом. Гоните хромированного коня сквозь дождь и слушайте, о чём молчат пассажиры.',
  },
  description: {
    en: 'Eleven districts, one night, one horse with a serial number and a temper. Take fares, take corners, take the long way when the meter needs it or the passenger does. Driving is fast and a little dangerous; the horse knows the road better than you and will say so by the set of its ears. Talking is slow: thirty regulars, each with a story told in pieces from the back seat, out of order, in whatever mood your driving has put them. Between rides you choose horseshoes, blinkers and what to say at the hearing about the merger. Comes with a radio of nine invented stations and, in the garage, a long silence that turned out to be everybody’s favourite.',
    ru: 'Одиннадцать районов, одна ночь, один конь с серийным номером и характером. Берите заказы, берите повороты, сворачивайте в объезд, когда этого требует счётчик — или пассажир. Ездить быстро и немного страшно: конь знает дорогу лучше вас и не скрывает этого, смотрите на уши. Говорить медленно: тридцать постоянных клиентов, у каждого своя история, кусками и не по порядку, смотря в какое настроение их привела ваша езда. Между рейсами выбирайте подковы, шоры и показания на слушаниях о слиянии. Прилагается радио с девятью выдуманными станциями и долгая тишина в гараже, которую почему-то полюбили больше всего.',
  },
  developer: 'Wet Asphalt Stables',
  publisher: 'Long Platform',
  releasedDaysAgo: 66,
  tags: [
    'driving',
    'cyberpunk',
    'racing',
    'open-world',
    'choices-matter',
    'conversation',
    'horses',
    'great-soundtrack',
    'futuristic',
    'noir',
    'singleplayer',
  ],
  genres: ['racing', 'action', 'adventure'],
  price: 1999,
  buyers: 15,
  soldWithinDays: 40,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de fr es ja ko', 'en ru'),
  ageMark: 16,
  requirements: needs('heavy', ['windows', 'linux'], '22 GB'),
  cover,
  header,
  screenshots,
}
