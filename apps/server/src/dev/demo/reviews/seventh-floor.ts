import type { DemoReview } from '../demo-review.ts'

export const seventhFloor: readonly DemoReview[] = [
  {
    by: 'grisha',
    recommended: true,
    minutes: 150,
    votes: [4, 0],
    text: 'Сорок секунд — и ты либо друг, либо переезжаешь. Собирали все тридцать одну концовку впятером, орали на весь дом. В итоге настоящая соседка снизу пришла, и неловкость была ровно как в игре.',
  },
  {
    by: 'sal',
    recommended: true,
    minutes: 110,
    votes: [2, 0],
    text: 'Small talk as a fighting game, and I got bodied by a man holding a plant. Free, done in an evening, quoted ever since. The weather ending is a trap.',
  },
  {
    by: 'semyon',
    recommended: false,
    minutes: 30,
    votes: [1, 2],
    text: 'Нажал «семь». Приехал на седьмой. Со мной никто не заговорил, я ни с кем не заговорил. Игра сообщила, что это концовка номер один. Меня это устроило, но рекомендовать не могу.',
    reply: 'Концовку номер один получают два человека из ста, и оба остаются довольны. Спасибо, что проехались.',
  },
  {
    by: 'sonya',
    recommended: true,
    minutes: 70,
    votes: [1, 0],
    text: 'Старушка с третьего меня запомнила! В следующей поездке спросила, как котик.',
  },
  {
    by: 'mira',
    recommended: true,
    minutes: 85,
    votes: [2, 0],
    text: 'They remember. I laughed at the wrong half of the joke once, and Mr. Petrenko has been taking the stairs ever since.',
  },
]
