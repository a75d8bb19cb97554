import type { DemoReview } from '../demo-review.ts'

export const narrowGauge: readonly DemoReview[] = [
  {
    by: 'semyon',
    recommended: true,
    minutes: 2300,
    votes: [6, 0],
    text: 'Колея 750 миллиметров соблюдена, минимальные радиусы соблюдены, уголь в кривых расходуется правдоподобно. Восстановил в редакторе станцию, где работал мой дед: платформа, крапива, будка. Показал матери, она нашла окно, у которого стояла кровать. Отдельная благодарность за снегоочиститель. Коза с билетом туда и обратно — допущение, но мы её оставили.',
    reply: 'Мы всей мастерской ходили смотреть вашу станцию. Крапиву будем делать гуще, как у вас.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 130,
    votes: [2, 0],
    text: 'Спокойная игра для человека, которому некуда спешить. Рычаг, гудок, две долины слушают. Под вечер вожу молочный сам, остальное пусть по расписанию.',
  },
  {
    by: 'kofi',
    recommended: true,
    minutes: 900,
    votes: [3, 0],
    text: 'I drive fast cars for a living in every other game, and here I am at eleven kilometres an hour, sweating on a two per cent grade with a brass band on board. Manual driving is superb: the regulator has slack, and you learn it. The tunnel guilt at New Year is a bit much. Deserved, but much.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 140,
    votes: [1, 4],
    text: 'Два часа строил дорогу, по ней проехала коза. Взорвать ничего нельзя, столкнуть ничего нельзя. Папе понравилось, оставил ему.',
  },
  {
    by: 'ulyana',
    recommended: true,
    minutes: 380,
    votes: [2, 0],
    text: 'Строю не дороги, а виды из окна вагона. Игра это замечает: пассажиры поворачивают головы туда, где красиво.',
  },
]
