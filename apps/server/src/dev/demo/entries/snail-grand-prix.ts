import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/snail-grand-prix.ts'

export const snailGrandPrix: DemoGame = {
  slug: 'snail-grand-prix',
  title: { en: 'Snail Grand Prix', ru: 'Гран-при улиток' },
  shortDescription: {
    en: 'The slowest racing game ever made, and still somehow a photo finish every time. Up to eight players, one lettuce leaf, no brakes, none needed.',
    ru: 'Самые медленные гонки в мире, и всё равно каждый раз фотофиниш. До восьми игроков, один лист салата, тормозов нет — и, честно говоря, не надо.',
  },
  description: {
    en: 'A party game for one sofa or eight continents. A lap is forty centimetres long and takes three minutes, which leaves time for what racing is truly about: strategy, sabotage and commentary. Lay slime to drift on, or for others to stick to. Spend your salt wisely; it is a war crime in six gardens. Between corners you bet on your rivals, bribe the butterfly and answer questions from the press, whose articles change the odds of the next heat. Twenty-four gardens, sixteen snails with sponsors, a season that ends in a downpour. Commentated by two retired beetles who have not spoken to each other off air since the Great Hosepipe Scandal.',
    ru: 'Игра для компании: на один диван или на восемь континентов. Круг — сорок сантиметров и три минуты, так что хватает времени на главное в гонках: тактику, саботаж и комментарии. Пускайте слизь, чтобы входить в занос самим или чтобы прилипали другие. Соль тратьте с умом: в шести садах это военное преступление. Между поворотами ставьте на соперников, подкупайте бабочку и давайте интервью — от заметок в прессе меняются ставки следующего заезда. Двадцать четыре сада, шестнадцать улиток со спонсорами, сезон с ливнем в финале. Комментируют два жука на пенсии, которые вне эфира не разговаривают со времён Большого Шлангового Скандала.',
  },
  developer: 'Gastropod Garage',
  publisher: 'Kettle Originals',
  releasedDaysAgo: 175,
  tags: [
    'racing',
    'party',
    'multiplayer',
    'split-screen',
    'comedy',
    'casual',
    'funny',
    'online-co-op',
    'family-friendly',
  ],
  genres: ['racing', 'sports', 'casual'],
  price: 799,
  sale: { percent: 40, days: 13, pauseDays: 15, firstInDays: 8 },
  buyers: 7,
  soldWithinDays: 130,
  platforms: ['windows', 'macos'],
  languages: speaks('en ru de fr es it', 'en'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'macos'], '1.1 GB'),
  cover,
  header,
  screenshots,
}
