import type { DemoReview } from '../demo-review.ts'

export const alleyCup: readonly DemoReview[] = [
  {
    by: 'pasha',
    recommended: true,
    minutes: 2900,
    votes: [6, 0],
    text: 'Я вырос на таком дворе, и тут всё правда: окно в подвал, герань, «мяч мой — правила мои». Играем вчетвером по пятницам второй месяц. Спор — гениальная кнопка: если заспорить вовремя, черта на асфальте реально уезжает, и потом за это спорят уже на диване. Лёва ноет один в один как наш Лёва. Из минусов — по сети с Владивостоком мяч иногда приходит вчера. Но кто ж со двора играет с Владивостоком.',
    reply: 'С Владивостоком стало полегче в последней сборке: мяч теперь опаздывает не больше Лёвы.',
  },
  {
    by: 'grisha',
    recommended: true,
    minutes: 1500,
    votes: [3, 0],
    text: 'Купил ради шутки, теперь у нас турнирная таблица на холодильнике. Дядя Коля с одним коленом забил мне на последней секунде и ушёл домой, потому что темно. Лучшая игра на диване за последние лет пять.',
  },
  {
    by: 'anton',
    recommended: true,
    minutes: 240,
    votes: [2, 0],
    text: 'Arcade football with real bounce: the garage door has different physics from the fence and you will learn both. Could use a proper replay button. The argue mechanic sounded like a gimmick, then it won me a semi-final.',
  },
  {
    by: 'kira',
    recommended: false,
    minutes: 70,
    votes: [1, 2],
    text: 'Я честно старалась. Тексты смешные, истории дворов хочется читать, но между ними надо попадать ногой по мячу, и тут я бессильна. Любителям футбола прибавьте звезду, я бы взяла это книгой.',
  },
  {
    by: 'yarik',
    recommended: true,
    minutes: 330,
    votes: [1, 0],
    text: 'Мяч от бордюра отскакивает не так, как от люка. Всё, дальше можно не читать.',
  },
]
