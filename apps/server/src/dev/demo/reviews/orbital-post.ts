import type { DemoReview } from '../demo-review.ts'

export const orbitalPost: readonly DemoReview[] = [
  {
    by: 'yarik',
    recommended: true,
    minutes: 760,
    votes: [4, 0],
    text: 'Лучший рекорд — 61 письмо, и я до сих пор помню, на каком промазал. Секрет простой: смотреть не на ракету, а на следующую планету, палец сам всё сделает. Забег короткий, злиться не успеваешь. Пятьсот центов за два месяца проезда на работу — считаю, что это проездной.',
  },
  {
    by: 'kofi',
    recommended: true,
    minutes: 210,
    votes: [3, 0],
    text: 'You let go on the tangent and the game simply agrees with you. I expected a toy and got a rhythm game that never plays a beat. Only wish: a ghost of my best run. The current leader board is me against me last Tuesday, and I keep losing.',
    reply: 'A ghost is on its way: it will carry your mail and look disappointed.',
  },
  {
    by: 'semyon',
    recommended: false,
    minutes: 45,
    votes: [1, 2],
    text: 'Физика упрощена до неприличия: планеты не взаимодействуют друг с другом, массы не указаны, третий закон Кеплера нарушается на первой же минуте. Как аркада, вероятно, неплохо. Я ожидал почту, а получил прыжки.',
  },
  {
    by: 'aiko',
    recommended: true,
    minutes: 180,
    votes: [3, 0],
    text: 'The moment after you release, when nothing is pulling on you and there is no button left to press: that second is the whole game, and it is beautiful. I turn the sound on for the stamps.',
  },
  {
    by: 'raya',
    recommended: true,
    minutes: 95,
    votes: [2, 0],
    text: 'Глаза уже не те, а попадаю. Внучка говорит, у меня лучший счёт в семье. Письма всегда надо доставлять, я тридцать лет на почте отработала и знаю.',
  },
  {
    by: 'sal',
    recommended: true,
    minutes: 60,
    votes: [1, 0],
    text: 'We pass the phone around and whoever drops the postman buys the next round. It was a cheap game and an expensive evening.',
  },
]
