import type { DemoReview } from '../demo-review.ts'

export const ninthRank: readonly DemoReview[] = [
  {
    by: 'fyodor',
    recommended: true,
    minutes: 1300,
    votes: [5, 0],
    text: 'Сорок лет играю по правилам и никогда ещё не нарушал их с таким удовольствием. Двойное взятие на проходе я мысленно делал ещё в семьдесят девятом. Движок терпелив, противники жульничают каждый на свой манер: кто пьёт молоко, тот прячет слона. На девятую горизонталь вышел с третьей попытки и ответ, который там дают, обдумываю до сих пор.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 420,
    votes: [2, 0],
    text: 'I do not play chess. I have now castled with an enemy bishop and been called a menace by a grandmaster made of pixels. Five-minute games, permanent losses, zero homework.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 300,
    votes: [2, 0],
    text: 'Колодостроение, где ресурс — собственная репутация. Каждая нарушенная карта возвращается счётом. Считать приходится больше, чем в обычных шахматах, и это комплимент.',
  },
  {
    by: 'raya',
    recommended: false,
    minutes: 50,
    votes: [1, 1],
    text: 'Часы тикают, а я не люблю, когда на меня тикают. Без часов играла бы.',
    before: { recommended: false, text: 'Ничего не поняла, часы тикают.' },
    reply: 'В настройках есть «партия у камина»: часы стоят, пока вы думаете. Мы забыли об этом сказать и исправимся.',
  },
]
