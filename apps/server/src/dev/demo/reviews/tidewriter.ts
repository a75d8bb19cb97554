import type { DemoReview } from '../demo-review.ts'

export const tidewriter: readonly DemoReview[] = [
  {
    by: 'ulyana',
    recommended: true,
    minutes: 620,
    votes: [4, 0],
    text: 'Знак «вернуться позже, чем обещал» я выводила четыре вечера. Море прочло его за секунду и ответило не мне. Я не знаю другой игры, где почерк — это поступок. По двадцать минут, по одному вечеру, как советуют; я послушалась, и это было правильно.',
  },
  {
    by: 'aiko',
    recommended: true,
    minutes: 800,
    votes: [3, 0],
    text: 'Six minutes until the water, a brush as tall as you, and no letters at all. My grandmother taught me calligraphy, and I had forgotten that it is done with the hips. The tide brought me a chair once. I think about the chair.',
  },
  {
    by: 'raya',
    recommended: true,
    minutes: 240,
    votes: [2, 0],
    text: 'Пишу морю про внуков. Оно отвечает досками, из досок я сделала скамейку. Людей из деревни жалко, что-то они недоговаривают.',
  },
  {
    by: 'semyon',
    recommended: false,
    minutes: 80,
    votes: [1, 3],
    text: 'Система знаков не документирована. Я составил таблицу соответствий на сорок позиций, после чего прилив её опроверг.',
    reply: 'Таблица была верная. Море читало её не в том порядке, оно всегда так.',
  },
]
