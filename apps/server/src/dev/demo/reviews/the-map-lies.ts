import type { DemoReview } from '../demo-review.ts'

export const theMapLies: readonly DemoReview[] = [
  {
    by: 'priya',
    recommended: true,
    minutes: 1500,
    votes: [4, 0],
    text: 'Five maps, each wrong in exactly one way, and a proof that there is only one answer. This is deduction in its pure form: no reflexes, no lore dump, just contradiction as evidence. Island 23, where the monk leaves out an inn that the smuggler needs, is the finest puzzle I have solved in years. I have never paid the parrot. I have thought about it.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 1100,
    votes: [3, 0],
    text: 'Сличать пять показаний и вычёркивать невозможное — занятие, достойное пенсионера. Начертишь брод на месте топи — прочтёшь об этом в судовом журнале собственным почерком, и поделом.',
  },
  {
    by: 'dasha',
    recommended: true,
    minutes: 90,
    votes: [1, 0],
    text: 'Держу карту на просвет у свечи, и сквозь адмиральскую гавань проступает чужое болото. Больше ничего от игры и не нужно.',
  },
  {
    by: 'pasha',
    recommended: false,
    minutes: 60,
    votes: [1, 3],
    text: 'Я и в жизни-то дорогу по навигатору путаю. На четвёртом острове заплатил попугаю всё, что было, и он меня обозвал.',
  },
  {
    by: 'sonya',
    recommended: true,
    minutes: 540,
    votes: [2, 0],
    text: 'Мы с мамой играем вместе, она за адмирала, я за контрабандиста. Контрабандист всегда прав.',
  },
]
