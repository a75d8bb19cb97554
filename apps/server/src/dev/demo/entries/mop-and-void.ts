import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/mop-and-void.ts'

export const mopAndVoid: DemoGame = {
  slug: 'mop-and-void',
  title: { en: 'Mop & Void', ru: 'Швабра и пустота' },
  shortDescription: {
    en: 'Night shift on an abandoned station. Everything that was ever spilled here is alive and upset. You have a mop, a bucket and a union-approved break.',
    ru: 'Ночная смена на брошенной станции. Всё, что здесь когда-либо пролили, ожило и обижено. У вас швабра, ведро и законный перерыв.',
  },
  description: {
    en: 'Deck by deck, puddle by puddle. In this pixel action game you clean a station the size of a town, and it is the cleaning that fights: swing the mop, spin the bucket, slide through suds, polish a floor until enemies fall over their own reflections. New soap opens old doors; the map grows in all directions like something left in a fridge. Bosses include the Coffee of 2091 and a carpet. A thoughtful difficulty menu lets you set pace, damage and how sticky it all is, separately. Seven hours to a clean station, twelve to a spotless one, plus a time-trial mode in which the company watches you and, for once, says well done.',
    ru: 'Палуба за палубой, лужа за лужей. В этом пиксельном боевике вы моете станцию размером с город, и уборка здесь — это и есть бой: машите шваброй, крутите ведро, катитесь по пене, натирайте пол, пока враги не начнут падать от собственных отражений. Новое мыло открывает старые двери; карта растёт во все стороны, как забытое в холодильнике. Среди боссов — Кофе 2091 года и ковёр. Темп, урон и липкость настраиваются по отдельности. Семь часов до чистой станции, двенадцать до безупречной, а ещё заезды на время, где начальство смотрит на вас и — впервые за всю карьеру — говорит «молодец».',
  },
  developer: 'Suds Department',
  publisher: 'Coffee Break Crypt',
  releasedDaysAgo: 480,
  tags: [
    'metroidvania',
    'action-adventure',
    'pixel-graphics',
    'platformer',
    'space',
    'sci-fi',
    'female-protagonist',
    'funny',
    'boss-rush',
    'retro',
    'singleplayer',
  ],
  genres: ['action', 'indie'],
  price: 999,
  sale: { percent: 35, days: 12, pauseDays: 16, firstInDays: 14 },
  buyers: 14,
  soldWithinDays: 50,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es pt-BR'),
  ageMark: 6,
  requirements: needs('light', ['windows', 'linux', 'macos'], '400 MB'),
  cover,
  header,
  screenshots,
}
