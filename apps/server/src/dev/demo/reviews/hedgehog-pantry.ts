import type { DemoReview } from '../demo-review.ts'

export const hedgehogPantry: readonly DemoReview[] = [
  {
    by: 'raya',
    recommended: true,
    minutes: 190,
    votes: [3, 0],
    text: 'Всё правильно показано: белые после дождя под ёлками, антоновка лежит до марта, банки надо подписывать. Два дня не могу отойти от полки, расставляю. Заяц опять не присел. Я ему пирожок в дорогу.',
  },
  {
    by: 'aiko',
    recommended: true,
    minutes: 150,
    votes: [2, 0],
    text: 'On the second evening the first snow came through the window I had dug myself, and I put the controller down and just looked at it. You give something away every day, and somehow the pantry gets fuller. I am going to be slow with this one.',
  },
  {
    by: 'sonya',
    recommended: true,
    minutes: 85,
    votes: [1, 0],
    text: 'Играли вдвоём на диване: один копает, другой подписывает баночки. Поссорились один раз, из-за места для шишек.',
  },
]
