import type { DemoReview } from '../demo-review.ts'

export const snailGrandPrix: readonly DemoReview[] = [
  {
    by: 'grisha',
    recommended: true,
    minutes: 1900,
    votes: [5, 0],
    text: 'Три минуты на круг в сорок сантиметров, и за эти три минуты успеваешь поссориться со всеми, кого любишь. Соль у нас запрещена домашним законом после прошлого Нового года. Жуки-комментаторы лучше настоящих: когда они замолкают, становится по-настоящему неловко. Восемь человек, один салат, фотофиниш. Всем.',
  },
  {
    by: 'sal',
    recommended: true,
    minutes: 700,
    votes: [3, 0],
    text: 'Bribed a butterfly, lost anyway, gave a press interview blaming the lettuce, and my odds improved for the next race. This is the deepest racing game of all time, and it runs at four centimetres a minute.',
  },
  {
    by: 'anton',
    recommended: false,
    minutes: 120,
    votes: [1, 3],
    text: 'As a racing fan I get the joke, and I respect the slime drifting, it has real depth. But it is a three-minute joke, per lap, on twenty-four tracks.',
    reply: 'We have added a fast mode: five centimetres a minute. Please wear a helmet.',
  },
  {
    by: 'yarik',
    recommended: true,
    minutes: 280,
    votes: [1, 0],
    text: 'Слизь ложится по честной физике, занос чувствуется. Медленный, но занос!',
  },
]
