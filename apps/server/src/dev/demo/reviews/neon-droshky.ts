import type { DemoReview } from '../demo-review.ts'

export const neonDroshky: readonly DemoReview[] = [
  {
    by: 'kofi',
    recommended: true,
    minutes: 800,
    votes: [4, 0],
    text: "The horse knows the road better than I do, and the ears are the only HUD I ever want again. Take the Ninth District flyover in the rain at full gallop, with the minister's widow in the back: she will tell you the second half only if you frighten her a little. Driving and listening have never been the same skill before.",
  },
  {
    by: 'kira',
    recommended: true,
    minutes: 1050,
    votes: [3, 0],
    text: 'Тридцать пассажиров, у каждого история кусками и не по порядку, и какую часть услышишь, зависит от того, как ты вёл. Третий раз вожу слепого нотариуса, и каждый раз это другой человек. Долгая тишина в гараже после смены — да, согласна со всеми, лучшее место в игре.',
  },
  {
    by: 'dasha',
    recommended: true,
    minutes: 340,
    votes: [2, 0],
    text: 'Конь стареет на одну ночь за игру, и я это заметила только под утро.',
  },
  {
    by: 'anton',
    recommended: false,
    minutes: 100,
    votes: [2, 2],
    text: 'The handling has too much opinion. I steer left, the horse thinks about it. The city is stunning and the radio is great, but I came for racing lines and got a colleague.',
    reply: 'He read this. He has moved his ears back and would like a second chance, on dry asphalt.',
  },
  {
    by: 'tobi',
    recommended: true,
    minutes: 280,
    votes: [1, 0],
    text: 'Nine fictional radio stations, and I have a favourite DJ. Bought it for the chrome horse, stayed for the traffic reports.',
  },
]
