import type { DemoReview } from '../demo-review.ts'

export const jamJar: readonly DemoReview[] = [
  {
    by: 'raya',
    recommended: true,
    minutes: 310,
    votes: [4, 0],
    text: 'Варенья в игре не получилось ни разу, а оторваться нельзя. Тыкву видела однажды, позвала соседку, пока дошла — всё рассыпалось. Правильно, что бесплатно: за варенье денег не берут.',
  },
  {
    by: 'mira',
    recommended: true,
    minutes: 200,
    votes: [3, 0],
    text: 'It is half past eleven. It was half past nine. The berries settle with a little sigh and so do I. My cat watches the jar as if it were a window, which I take as a second positive review.',
  },
  {
    by: 'yarik',
    recommended: true,
    minutes: 150,
    votes: [2, 0],
    text: 'Хорошая честная физика: ягоды правда катятся, а не делают вид. Айва — враг. Совет: держите крупное в углу и не бросайте вишню от скуки.',
  },
  {
    by: 'pasha',
    recommended: false,
    minutes: 35,
    votes: [1, 2],
    text: 'Ягоды и ягоды. Час проиграл, потом понял, что разницы между мной и случайными нажатиями процентов десять. Жене нравится, она на тыкве.',
    reply:
      'Передайте жене наше уважение. Разницу мы измеряли: у вас она процентов двенадцать, просто тыква впечатляет сильнее.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 90,
    votes: [1, 0],
    text: 'I came for five minutes of fruit and left with a theory of urban overcrowding. Do not let the quince settle near the rim.',
  },
]
