import type { DemoReview } from '../demo-review.ts'

export const unpaidDungeon: readonly DemoReview[] = [
  {
    by: 'tobi',
    recommended: true,
    minutes: 520,
    votes: [5, 0],
    text: 'Every number is on screen, so every death has an address, and mine is nearly always "one more room". Stapler with lightning is a build. Stapler with lightning and the sick note is a career. The mimic from accounting gave me a better deal than my real landlord. Two hundred items, and I still find pairs that make me say a bad word out loud.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 1000,
    votes: [2, 0],
    text: 'Тот редкий роуглайк, где проигрыш можно разобрать по ходам. Кости честные, я вёл запись трёхсот бросков: отклонение в пределах допустимого.',
  },
  {
    by: 'pasha',
    recommended: true,
    minutes: 420,
    votes: [2, 0],
    text: 'Сорок этажей вниз, а чувство, будто понедельник. Договорился с мимиком из бухгалтерии на премию, премия меня съела. Кнопку «Уволиться» нажимаю с наслаждением.',
  },
  {
    by: 'kira',
    recommended: false,
    minutes: 120,
    votes: [1, 2],
    text: 'Шутки про офис хороши этажей пятнадцать. Дальше хочется истории, а дают степлер посильнее.',
    reply: 'На двадцать третьем этаже в курилке стоит человек. Поговорите с ним три забега подряд.',
  },
  {
    by: 'sonya',
    recommended: true,
    minutes: 130,
    votes: [1, 0],
    text: 'Погладила слизня вместо драки, и он теперь мой начальник. Хороший начальник!',
  },
  {
    by: 'anton',
    recommended: false,
    minutes: 90,
    votes: [1, 1],
    text: 'Good writing and fair dice, but turn-based corridors are not my sport. I quit on floor nine, using the official button, which gave me an achievement and a cardboard box.',
  },
]
