import type { DemoReview } from '../demo-review.ts'

export const lastSamovar: readonly DemoReview[] = [
  {
    by: 'dasha',
    recommended: true,
    minutes: 480,
    votes: [4, 0],
    text: 'Девятьсот стаканов, и каждый — реплика. Игра понимает, что молчание за столом бывает трёх сортов, и даёт их различить. Самовар обиделся на меня на пятую ночь, и это была самая честная сцена примирения, какую я видела в играх. Озвучка такая, что хочется записать номер вагона.',
  },
  {
    by: 'ulyana',
    recommended: true,
    minutes: 300,
    votes: [3, 0],
    text: 'Каждый вечер рассаживаешь лжецов и смотришь, как от варенья они становятся на полградуса правдивее. Прошла на две концовки из четырёх. Лимон не предлагайте никому.',
  },
  {
    by: 'sal',
    recommended: true,
    minutes: 260,
    votes: [1, 2],
    text: 'Told my table it was a party game. It is eleven liars and one kettle, so I was right. It was the doctor who ruined the boiler, he never once takes sugar before a lie: ask him on the fourth night!',
    reports: [
      { by: 'dasha', reason: 'spoiler', note: 'Прямым текстом называет виновного.' },
      { by: 'priya', reason: 'spoiler', note: 'Names the culprit outright. I was on night three.' },
    ],
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 700,
    votes: [3, 0],
    text: 'A deduction game in which the instrument of investigation is hospitality. I kept a grid of who sat with whom at what strength, and on the last night the grid solved itself. Take your time with the Armenian merchant; everything he says is true, and that is his lie.',
  },
  {
    by: 'timur',
    recommended: false,
    minutes: 130,
    votes: [1, 3],
    text: 'Атмосфера на пять, но темп поезда без расписания. Хотел быстрее сверять показания, а тут налей, подожди, послушай, налей. Понимаю, что в этом смысл. Не моё.',
    reply: 'Спасибо, что доехали до конца. Для спешащих в буфете есть растворимый кофе, но самовар об этом не знает.',
  },
]
