import type { DemoReview } from '../demo-review.ts'

export const snowLine: readonly DemoReview[] = [
  {
    by: 'aiko',
    recommended: true,
    minutes: 260,
    votes: [4, 0],
    text: `I turned back two hundred metres below the ridge, because the snow under my knees had yesterday's wind in it, and the game wrote: "A good day." Somebody I will never meet had left a cairn and two matches. I left them three. I have not stopped thinking about it.`,
  },
  {
    by: 'lyosha',
    recommended: true,
    minutes: 330,
    votes: [3, 0],
    text: 'Выживание, в котором страшен не зверь, а собственная уверенность. Опускаешься на колени, смотришь слои, и снег честно всё рассказывает — если спросить. На последнем маршруте надо решать, и никакой подсказки, кроме того, чему ты научился. Двадцать пять долларов за семь дней погоды, которые я помню поимённо.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 40,
    votes: [1, 2],
    text: 'Шёл, замёрз, повернул назад. Игра сказала, что я победил. Не спорю, но как-то тихо.',
  },
  {
    by: 'sal',
    recommended: false,
    minutes: 65,
    votes: [1, 1],
    text: 'No co-op. You can only thank people. I thanked eleven people and went down to the pub.',
    reply: 'The people of the day after found your thanks. Four of them thanked you back; look in the notebook.',
  },
]
