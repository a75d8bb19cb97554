import type { DemoReview } from '../demo-review.ts'

export const nightTram: readonly DemoReview[] = [
  {
    by: 'lyosha',
    recommended: true,
    minutes: 420,
    votes: [6, 0],
    text: 'Хоррор из мелкого шрифта. В третью ночь я проверил у дамы билет, и он был в порядке, и обувь была в порядке, и только дома, уже выключив, я сообразил, что дата выдачи — завтрашняя. Ни одного скримера, обещание сдержано. Девятнадцатое правило не читайте вслух.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 160,
    votes: [2, 0],
    text: 'Внимательность — единственное оружие. Двадцать минут, как хорошая партия в блиц, и та же боль от зевка. На седьмую ночь правила начинают обсуждать игрока, что неприятно, но справедливо.',
  },
  {
    by: 'mira',
    recommended: false,
    minutes: 35,
    votes: [1, 1],
    text: 'I am far too soft for this. It is only tickets! It is only shoes! I had to go and sit with the cat.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 260,
    votes: [3, 0],
    text: 'The scariest thing here is the politeness. Somebody who is not on any list thanks you for your service, and you thank them back, because those are the rules by the door.',
  },
  {
    by: 'yarik',
    recommended: true,
    minutes: 300,
    votes: [1, 0],
    text: 'Компостер щёлкает идеально. Боюсь, но щёлкаю.',
  },
]
