import type { DemoReview } from '../demo-review.ts'

export const smallMiracles: readonly DemoReview[] = [
  {
    by: 'mira',
    recommended: true,
    minutes: 420,
    votes: [4, 0],
    text: 'I keep a copy of the "Banknote in a Winter Coat" card on my fridge. It is a clever deckbuilder: the trick is to make one green light help three strangers, and when the chain works, the office clock ticks once, approvingly. And then, with no warning, there is a card about somebody I know. I granted it. Of course I granted it.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 1300,
    votes: [2, 0],
    text: 'Три чуда в день, чеки подшить, квартал закрыть без ревизии. Комбинации глубже, чем обещает канцелярский юмор: «Зелёная волна» плюс «Подозрительно удачная причёска» закрывают четыре заявки сразу. Ревизор — лучший босс года, хотя просто задаёт вопросы.',
  },
  {
    by: 'kira',
    recommended: true,
    minutes: 360,
    votes: [2, 0],
    text: 'Просьбы противоречат друг другу, и игра не делает вид, что есть правильный ответ. Крестьянам нужен дождь, невесте солнце, а я сижу в четырнадцатом окне и выбираю, кого огорчить вежливее.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 45,
    votes: [1, 2],
    text: 'Очередь, окошко, справка. Я за этим в игры не хожу, мне паспортного стола хватает. Хотя автобус, который приехал ровно когда махнули рукой, — смешно.',
    reply: 'Ваше замечание зарегистрировано за номером 14/882 и рассмотрено чудом. Автобус был ваш.',
  },
  {
    by: 'pasha',
    recommended: true,
    minutes: 140,
    votes: [1, 0],
    text: 'Исполнил «забить на последней минуте» для вратаря. Совесть чиста.',
  },
]
