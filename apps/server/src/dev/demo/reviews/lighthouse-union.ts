import type { DemoReview } from '../demo-review.ts'

export const lighthouseUnion: readonly DemoReview[] = [
  {
    by: 'timur',
    recommended: true,
    minutes: 1600,
    votes: [4, 0],
    text: 'Забастовка как стратегия: давление — это потушенный маяк, а потушенный маяк — это чей-то пароход. Игра ведёт оба списка и в воскресенье читает вслух. После первого такого чтения я перезапустил неделю, после второго понял, что так нельзя, и доиграл честно. Пенсию не выбил.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 25,
    votes: [1, 0],
    text: 'I have organised a workplace by mail boat for one evening so far, and it already understands unions better than most films. The list of demands is a poem. "Ladders" broke me.',
  },
  {
    by: 'ulyana',
    recommended: true,
    minutes: 60,
    votes: [2, 0],
    text: 'Игра состоит из писем, и у каждого смотрителя свой почерк, свои ошибки и своё одиночество. Отвечаю им вслух.',
  },
  {
    by: 'anton',
    recommended: false,
    minutes: 95,
    votes: [1, 2],
    text: 'There is no boat driving. The boat comes twice a week whether I like it or not. Well written, I suppose; I wanted the storm.',
  },
  {
    by: 'semyon',
    recommended: true,
    minutes: 300,
    votes: [2, 0],
    text: 'Требования изложены грамотно, по параграфам, с отсылкой к довоенным нормам лампового масла. Давно не встречал в игре столь добросовестного делопроизводства. Катер опаздывает правдоподобно.',
  },
]
