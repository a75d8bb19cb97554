import type { DemoReview } from '../demo-review.ts'

export const slowLight: readonly DemoReview[] = [
  {
    by: 'semyon',
    recommended: true,
    minutes: 6200,
    votes: [7, 0],
    text: 'Двести часов — нет, пока сто три, но намерение есть. Каждый приказ отправляешь не подчинённому, а его преемнику. Долг горит, по сведениям одиннадцатилетней давности, и что с этим делать, знает только сноска, а сноска на странице 340 лжёт: я проверил по трём источникам внутри игры. Единственная стратегия на моей памяти, где архив — главный ресурс. Вступать следует подготовленным.',
    reply: 'Сноску на странице 340 мы не исправим. Вы второй, кто её уличил; первый теперь наш редактор.',
  },
  {
    by: 'timur',
    recommended: true,
    minutes: 2600,
    votes: [3, 0],
    text: 'Управление через доверие, которое само идёт со скоростью света. Первые десять часов я правил империей, следующие тридцать — своими ошибками двадцатилетней давности. Дорого, долго, стоит того.',
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 1400,
    votes: [3, 0],
    text: 'The map shows what has reached you. Once that sentence sinks in, you cannot play other grand strategy games without feeling spoiled. I wrote standing orders so good that my grandson used them to depose me.',
  },
  {
    by: 'lyosha',
    recommended: false,
    minutes: 90,
    votes: [1, 4],
    text: 'Читать люблю, но тут сноски к сноскам. Первую войну выиграл человек, которого назначил ещё мой дед, и я узнал об этом из примечания.',
  },
  {
    by: 'zhenya',
    recommended: false,
    minutes: 75,
    votes: [1, 3],
    text: 'Ничего не происходит, потом выясняется, что всё уже произошло. Гениально, наверное. Вернулась к платформерам.',
  },
  {
    by: 'fyodor',
    recommended: true,
    minutes: 1800,
    votes: [2, 0],
    text: 'Игра по переписке, какой она и должна быть. Мы с одним товарищем так партию одиннадцать лет играли; здесь хотя бы ход доходит.',
  },
]
