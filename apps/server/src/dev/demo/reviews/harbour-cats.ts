import type { DemoReview } from '../demo-review.ts'

export const harbourCats: readonly DemoReview[] = [
  {
    by: 'mira',
    recommended: true,
    minutes: 1500,
    votes: [5, 0],
    text: 'I run a harbour in which nothing works and everyone is warm. My customs officer is a tortoiseshell called Duchess, who has never once let a crate of herring through unweighed, and I would die for her. Under the fur there is a real logistics game: berth depth, tide tables, contracts that overlap. I only found out how deep it is when I started to lose money and did not mind.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 1200,
    votes: [3, 0],
    text: 'Не дайте котам себя обмануть: это честный экономический симулятор с очередями, себестоимостью и простоями. Рыжих на погрузку, серых на учёт, смену начинать в шесть утра — и порт выходит в плюс к третьей неделе. Пауза, на которой все засыпают, — лучшая кнопка в жанре.',
  },
  {
    by: 'sonya',
    recommended: true,
    minutes: 640,
    votes: [3, 0],
    text: 'Я просто строю ящики на солнце и смотрю, кто на какой ляжет. Порт в долгах, все счастливы. В вольной гавани так можно, никто не ругает.',
  },
  {
    by: 'semyon',
    recommended: false,
    minutes: 210,
    votes: [1, 5],
    text: 'Портовое дело показано недостоверно. Крановщик не может спать в стропах. Накладные ложатся под кота, а не в архив. Игра, безусловно, обаятельная, но учиться по ней нельзя.',
    reply: 'Согласны по всем пунктам. Крановщику вынесено замечание, он на нём лежит.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 350,
    votes: [1, 0],
    text: 'A biting portrait of middle management, by which I mean that I was bitten by middle management. Twice.',
  },
]
