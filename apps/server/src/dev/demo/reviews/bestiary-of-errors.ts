import type { DemoReview } from '../demo-review.ts'

export const bestiaryOfErrors: readonly DemoReview[] = [
  {
    by: 'ulyana',
    recommended: true,
    minutes: 1300,
    votes: [5, 0],
    text: 'Мой слон получился с печной трубой и настроением, и я за него горой. Самое тонкое здесь не рисование, а то, как игра заставляет верить в свою ошибку: тварь сильна ровно настолько, насколько вы на ней настояли. К третьей главе ловишь себя на том, что цитируешь несуществующего Плиния. Краски всего две, и ни разу не захотелось третьей.',
  },
  {
    by: 'dasha',
    recommended: true,
    minutes: 70,
    votes: [2, 0],
    text: 'Пока только начала, но уже плакала с крокодилом. Линия живая, настоятель трогательный, а лист можно переворачивать и видеть, как тушь проступила на обороте.',
  },
  {
    by: 'tobi',
    recommended: true,
    minutes: 1700,
    votes: [3, 1],
    text: '140 creatures and I have drawn every one of them wrong in my own way. The combat is rock-paper-theology and it works far better than it should. If you come from deckbuilders: your parts are your deck, and "citing an authority" is the best rare in any game I own. Balance gets silly once you can cite Aristotle twice, and I would not change that.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 110,
    votes: [1, 3],
    text: 'Показали, что можно рисовать, а рисовать надо из готовых кусков. Я хотел нарисовать кота, получился архиепископ. Смешно, но за двадцать долларов хочу кота.',
    reply: 'Кот описан на листе 88, путником, который видел его один раз и со спины. Не обещаем, что вы его узнаете.',
  },
  {
    by: 'kira',
    recommended: true,
    minutes: 900,
    votes: [2, 0],
    text: 'Ролевая игра без единого «избранного». Ты монах, у тебя зябнут руки, и вся твоя власть — решить, сколько у зверя ног. Диспуты написаны лучше большинства диалогов в жанре: проигрывать в них почти так же интересно.',
  },
]
