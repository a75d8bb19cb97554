import type { DemoReview } from '../demo-review.ts'

export const mothAndLantern: readonly DemoReview[] = [
  {
    by: 'dasha',
    recommended: true,
    minutes: 230,
    votes: [3, 0],
    text: 'Четыре часа вырезанной бумаги и три кларнета. Ты несёшь свет, и мир под ним расступается, а без него остаётся собой, и это, оказывается, не одно и то же. Про ту самую страницу в пятом действии не скажу ничего. Я после неё долго сидела, и игра меня не торопила.',
  },
  {
    by: 'aiko',
    recommended: true,
    minutes: 200,
    votes: [3, 0],
    text: 'You stand on shadows. It took me a moment to notice what a kind idea that is. One bat, no timer, and insects with opinions. Finished it in two evenings and immediately began again for the second clarinet.',
  },
  {
    by: 'lyosha',
    recommended: true,
    minutes: 110,
    votes: [1, 0],
    text: 'Ждал жути, получил нежность, претензий нет. Хотя то, что шевелится за краем света, я бы на вашем месте не разглядывал.',
  },
]
