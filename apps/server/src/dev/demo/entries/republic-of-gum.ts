import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/republic-of-gum.ts'

export const republicOfGum: DemoGame = {
  slug: 'republic-of-gum',
  title: { en: 'The Republic of Gum', ru: 'Республика Клей' },
  shortDescription: {
    en: 'Found a country on a rock and run it on postage stamps. Design them, print them, send letters, and try to be recognised by somebody on purpose.',
    ru: 'Провозгласите страну на скале и содержите её на почтовые марки. Рисуйте, печатайте, шлите письма — и добейтесь, чтобы вас признали не по ошибке.',
  },
  description: {
    en: 'Population forty-one, goats twelve, exports none. The only thing the republic makes that anybody abroad wants is stamps, so stamps it shall be. Draw them in the editor or let the printer improvise; decide what goes on them, and mind that a stamp is a claim: print the mountain and the neighbours will write. Every letter is a move. Apply to leagues, insult an empire in verse, misprint one colour on purpose and watch collectors panic. The budget fits on an envelope. So does the constitution, which you can amend by licking. Twelve crises, a parliament of goats with voting records, and an album in which your whole history ends up, perforated.',
    ru: 'Население сорок один, коз двенадцать, вывоза нет. Единственное, что страна производит и что кому-то нужно за границей, — марки. Значит, марки. Рисуйте их в редакторе или доверьтесь печатнику; решайте, что на них будет, и помните: марка — это притязание. Напечатаете гору — соседи напишут. Каждое письмо — ход. Вступайте в лиги, оскорбляйте империю в стихах, нарочно перепутайте одну краску и смотрите, как мечутся коллекционеры. Бюджет умещается на конверте. Конституция тоже; поправки вносятся языком. Двенадцать кризисов, козий парламент с поимённым голосованием и альбом, куда в конце концов попадёт вся ваша история — с зубчиками.',
  },
  developer: 'Perforation Works',
  publisher: 'Plumb & Sextant',
  releasedDaysAgo: 150,
  tags: [
    'political-sim',
    'strategy',
    'satire',
    'diplomacy',
    'management',
    'design-and-illustration',
    'funny',
    'economy',
    'alternate-history',
    'singleplayer',
  ],
  genres: ['strategy', 'simulation', 'indie'],
  price: 1399,
  buyers: 7,
  soldWithinDays: 90,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de'),
  ageMark: 12,
  requirements: needs('light', ['windows', 'linux', 'macos'], '480 MB'),
  cover,
  header,
  screenshots,
}
