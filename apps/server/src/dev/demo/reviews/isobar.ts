import type { DemoReview } from '../demo-review.ts'

export const isobar: readonly DemoReview[] = [
  {
    by: 'ines',
    recommended: true,
    minutes: 3400,
    votes: [5, 0],
    text: 'A hundred and twenty hand-made days, and I have done all of them, and the daily one every morning since. Four rules, and I have been wrong about each of them at least twice. What I admire most is the fairness: whenever I rained on the regatta, I could point at the exact front I had moved, and why. The barometer is rude, and I would miss it.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 900,
    votes: [2, 0],
    text: 'Вроде бы погода, а на деле — распределение ограниченного ресурса с побочными эффектами. Сдвинул антициклон на север, сэкономил один ход, затопил капусту. Общая задача дня — отличная традиция, мы с коллегами меряемся решениями за обедом.',
  },
  {
    by: 'semyon',
    recommended: true,
    minutes: 500,
    votes: [2, 0],
    text: 'Синоптическая карта вычерчена прилично, условные знаки верны, окклюзия обозначена как положено. Допущение о поведении холодного фронта спорное, но для игры простительно. Барометру следовало бы быть вежливее.',
    reply: 'Мы говорили с барометром. Он ответил, что «ясно».',
  },
  {
    by: 'raya',
    recommended: false,
    minutes: 55,
    votes: [1, 1],
    text: 'Картинка ласковая, а думать надо как на экзамене. На тридцатом дне я всем дала дождь и пошла спать. Кто любит головоломки — берите, а мне бы с грибами что-нибудь.',
  },
]
