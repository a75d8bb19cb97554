import type { DemoReview } from '../demo-review.ts'

export const republicOfGum: readonly DemoReview[] = [
  {
    by: 'sam',
    recommended: true,
    minutes: 1000,
    votes: [4, 0],
    text: 'Population forty-one, twelve goats, no exports, and the most accurate foreign policy simulation I know. I printed a mountain on a two-cent stamp and got a letter from a neighbour with three exclamation marks. Insulting an empire in verse is a viable opening. The goat parliament votes by name, and Goat Seven is a spoiler candidate.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 520,
    votes: [2, 0],
    text: 'Бюджет на конверте, и он сходится ровно до тех пор, пока не задумаешься о тираже. Перепутать краску нарочно — законный инструмент денежной политики. Жаль, кризисов только двенадцать.',
  },
  {
    by: 'semyon',
    recommended: true,
    minutes: 950,
    votes: [3, 0],
    text: 'Как филателист с сорокалетним стажем подтверждаю: зубцовка, гуммировка и водяные знаки соответствуют. Редактор марок позволяет невероятное. Моя серия «Маяки и козы» из восьми номиналов ходит теперь по всем письмам. Один недочёт: альбом следовало бы снабдить прозрачными листами.',
    reply: 'Прозрачные листы уже в альбоме, с прошлой недели. «Маяки и козы» висят у нас над принтером.',
  },
  {
    by: 'sal',
    recommended: false,
    minutes: 45,
    votes: [1, 2],
    text: 'It is a letters game. I wanted to throw gum at people. The title is technically a lie.',
    reports: [{ by: 'semyon', reason: 'other', note: 'Автор не отличает гуммировку от жевательной резинки.' }],
  },
]
