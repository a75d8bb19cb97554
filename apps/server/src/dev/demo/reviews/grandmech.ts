import type { DemoReview } from '../demo-review.ts'

export const grandmech: readonly DemoReview[] = [
  {
    by: 'semyon',
    recommended: true,
    minutes: 20,
    votes: [1, 1],
    text: 'Установил сегодня утром, успел обучение и первый бой. Отмечу: вязка два на два на броне выполнена технически верно, лицевая с лицевой. К тактике вернусь, когда разберусь с отсеком для пирожков.',
  },
  {
    by: 'raya',
    recommended: true,
    minutes: 1250,
    votes: [5, 0],
    text: 'Наконец-то игра, где нас показали как есть. Спицы — оружие точное. Нюра с выговором по площади у меня ходит первой, а Зинаида стоит в засаде за тюлем, и ни одна железка до грядок не дошла. Обижаются героини по-настоящему, приходится мириться, прежде чем чинить. Так и в жизни.',
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 65,
    votes: [2, 0],
    text: 'Tight little tactics maps where every piece of furniture is a decision. I saved a greenhouse by throwing a jar of pickles at an artillery walker, and it was the optimal move. I ran the numbers.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 1900,
    votes: [3, 0],
    text: 'Позиционная игра высокого класса. Размен фигур здесь не смертелен, но обиден в буквальном смысле: сгоряча разменянная бабушка два боя с вами не разговаривает. Шестая карта с железнодорожной насыпью — этюд, достойный печати. Партии идут по полчаса, что в моём возрасте удобно.',
  },
  {
    by: 'tobi',
    recommended: false,
    minutes: 150,
    votes: [1, 2],
    text: 'Love the idea, love the jumper armour, but the repair-by-apology loop drags after mission ten. I want to fight robots, and I spend every second evening at tea, finding out who said what in 1974. My grandma says that is the game.',
    reply: 'Your grandma is on our design board now. In 1.3 an apology takes one cup instead of three.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 300,
    votes: [2, 0],
    text: 'Turn-based warfare in which the real enemy is a grudge. As satire it is gentle; as tactics it is not gentle at all.',
  },
]
