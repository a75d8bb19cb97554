import type { DemoReview } from '../demo-review.ts'

export const theWell: readonly DemoReview[] = [
  {
    by: 'lyosha',
    recommended: true,
    minutes: 210,
    votes: [5, 0],
    text: 'Стена, четыре спички, голос сверху, который говорит верные числа. Как именно это становится страшным, объяснять нельзя: надо, чтобы дошло самому. До меня дошло на второй ночи, и я встал и включил свет в коридоре. Звук записан так, что дышишь вместе с игрой, а потом замечаешь, что вдохов больше, чем двое.',
  },
  {
    by: 'ines',
    recommended: true,
    minutes: 180,
    votes: [2, 0],
    text: 'A horror game about arithmetic, and the arithmetic is airtight. I kept a tally on paper, because I did not trust the wall. The tally was right. That was the worst part.',
  },
  {
    by: 'sal',
    recommended: false,
    minutes: 70,
    votes: [3, 1],
    text: 'Played the first night alone, as one should not. Quality is through the roof of the well. My heart is not built for this, so I gave it back, with respect.',
    reply: 'No hard feelings, and thank you for counting with us as long as you did.',
    refunded: true,
  },
  {
    by: 'mira',
    recommended: false,
    minutes: 25,
    votes: [1, 0],
    text: 'I lit one match. I am writing this from under a blanket. If you like being afraid, this is clearly a masterpiece.',
  },
]
