import { fileURLToPath } from 'node:url'
import type { Bilingual, DemoGame } from './demo-game.ts'

const words = {
  notice: {
    en: 'A title screen, and nothing behind it: this game is invented, like the whole demo store. Installing, playtime and refunds are real all the same.',
    ru: 'Это титульный экран, и за ним ничего нет: игра выдумана, как и весь демонстрационный магазин. Зато установка, время в игре и возврат — настоящие.',
  },
  really: { en: 'These can really be played:', ru: 'По-настоящему играется:' },
  next: { en: 'Look around', ru: 'Осмотреться' },
} satisfies Record<string, Bilingual>

/** What a game without a real build installs: its pictures, and the truth. File names to contents. */
export function titleScreen(game: DemoGame, playable: readonly DemoGame[]): Record<string, string> {
  const pictures = [game.header, ...game.screenshots]
  const facts = { title: game.title, ...words, playable: playable.map(({ title }) => title), pictures: pictures.length }
  return {
    ...Object.fromEntries(pictures.map((draw, i) => [`picture-${i}.svg`, draw()])),
    'facts.js': `const facts = ${JSON.stringify(facts, null, 2)}\n`,
  }
}

/** The folders beneath: what all games share, and the page that shows the facts. */
export const titleScreenFolders: readonly string[] = ['shared', 'title-screen'].map((name) =>
  fileURLToPath(new URL(`./games/${name}`, import.meta.url)),
)
