import { expect, it } from 'vitest'
import { languageOf } from './review-language.ts'

it.each([
  ['es', 'Muy buen juego, lo recomiendo a todos'],
  ['pt', 'Jogo muito bom, recomendo'],
  ['fr', 'Bon jeu mais trop court'],
  ['de', 'Sehr schönes Spiel, nur zu kurz'],
  ['it', 'Gioco bellissimo'],
  ['pl', 'Świetna gra, bardzo polecam wszystkim'],
  ['uk', 'Гра чудова, дуже раджу'],
  ['uk', 'Дуже гарно'],
  ['be', 'Гульня выдатная'],
  ['bg', 'Много добра игра, препоръчвам я на всички'],
  ['ru', 'Игра отличная, советую'],
  ['ru', 'Сюжет слабый, но бои хороши'],
  ['en', 'Too short but fun'],
  ['en', 'Great game'],
  ['ja', 'とても面白いゲームです'],
  ['zh', '这个游戏很好玩'],
  ['ko', '정말 재미있는 게임이에요'],
])('is %s: %s', async (language, text) => {
  expect(await languageOf(text)).toBe(language)
})

it.each([
  ['en', 'ok'],
  ['en', '10/10'],
  ['en', '👍👍'],
  ['en', 'x'.repeat(8_000)],
  ['ru', 'норм'],
  ['ru', 'Слова 4'],
  ['ru', 'Ёлка и чай'],
  ['ru', 'ок 10/10'],
])('goes by the letters where there is too little to tell: %s for %s', async (language, text) => {
  expect(await languageOf(text)).toBe(language)
})
