import type { DemoReview } from '../demo-review.ts'

export const hypha: readonly DemoReview[] = [
  {
    by: 'timur',
    recommended: true,
    minutes: 1000,
    votes: [4, 0],
    text: 'Стратегия, в которой тебя никто не боится и все тебе должны, — мечта бухгалтера. Сахар, фосфор, вода, плечо доставки, сезонность, кредитные линии с берёзами. Осина нервничает, ей надо платить вперёд. На шестой долине соседний гриб начал демпинг, и я впервые в игре почувствовал настоящую злость.',
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 420,
    votes: [2, 0],
    text: 'The tutorial woodlouse is the best teacher I have had since university. You learn four resources and then spend nine valleys finding out what they mean to each other. Very few numbers, all of them honest.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 60,
    votes: [1, 2],
    text: 'Ждал, что гриб захватит мир. Гриб договаривается. Час договаривался с берёзой о поставках воды, берёза победила. Красиво, но это не отдых, это вторая работа.',
  },
  {
    by: 'mira',
    recommended: true,
    minutes: 230,
    votes: [2, 0],
    text: 'I left the sandbox running while I cooked, came back, and the aspen had made friends. I have no idea what I did right.',
  },
  {
    by: 'lyosha',
    recommended: true,
    minutes: 260,
    votes: [1, 0],
    text: 'Неожиданно жутко, если вдуматься: всё под ногами связано, всё разговаривает и всё помнит, сколько ты ему должен. Играю ночью, получилось атмосфернее половины моих хорроров.',
  },
]
