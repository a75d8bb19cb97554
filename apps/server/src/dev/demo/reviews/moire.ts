import type { DemoReview } from '../demo-review.ts'

export const moire: readonly DemoReview[] = [
  {
    by: 'ines',
    recommended: true,
    minutes: 1100,
    votes: [4, 0],
    text: 'Sixty rooms built on something that is not there. Room 41 moves one sheet by less than a pixel and opens a corridor across the whole screen; I laughed out loud on a bus. The honest warning about photosensitive epilepsy comes before the title, and the calm mode is a real mode, with nothing taken out. This is how it should be done.',
  },
  {
    by: 'ulyana',
    recommended: true,
    minutes: 130,
    votes: [2, 0],
    text: 'Две краски и движение на волос, а я два часа хожу внутри собственного глаза. Выключаешь — а волны ещё идут по обоям.',
  },
  {
    by: 'raya',
    recommended: false,
    minutes: 25,
    votes: [2, 1],
    text: 'Красиво, но голова кругом, и спокойный режим мне не помог. Написали честно, заранее, так что сама виновата. Подарила племяннику, он в восторге.',
    reply: 'Спасибо, что прочли предупреждение и написали об этом. Здоровье важнее шестидесяти комнат.',
  },
]
