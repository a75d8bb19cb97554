import type { DemoReview } from '../demo-review.ts'

export const slipperyBusiness: readonly DemoReview[] = [
  {
    by: 'raya',
    recommended: true,
    minutes: 240,
    votes: [5, 0],
    text: 'Внук показал, как нажимать, а дальше я уж сама. Двенадцать комнат прошла за неделю, по одной к чаю. Над девятой сидела два вечера и всё-таки без подсказки. Морж похож на нашего управдома, только вежливее. Пингвину я бы связала безрукавку, лёд ведь кругом.',
  },
  {
    by: 'ines',
    recommended: true,
    minutes: 75,
    votes: [3, 0],
    text: 'A proper sliding-block puzzle in a bow tie. Every room teaches one idea and then quietly uses it against you three rooms later. The move count the chef calls "decent" is honest: I checked room eleven on paper and it really is the minimum. Unlimited undo is the right decision, more puzzle games should trust you like this.',
  },
  {
    by: 'grisha',
    recommended: false,
    minutes: 18,
    votes: [1, 3],
    text: 'Думал, тут можно играть вдвоём и толкаться. Нельзя. Пингвин один, думать надо самому. Для бесплатной вещи сделано аккуратно, но компанию за это не соберёшь.',
    reply: 'Вдвоём на этом льду мы пробовали: оба официанта уехали в кладовку и там остались. Но идею мы записали.',
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 130,
    votes: [2, 0],
    text: 'Played it between two train stops and missed mine. Rooms 8 to 12 are worth a real puzzle price, and they ask for nothing. The walrus waits. I felt judged anyway.',
  },
  {
    by: 'yarik',
    recommended: true,
    minutes: 55,
    votes: [1, 0],
    text: 'Физики ноль, и это прекрасно: едешь, пока не упрёшься. Один палец, метро, двенадцать комнат. Хочу ещё двенадцать.',
  },
  {
    by: 'sam',
    recommended: true,
    minutes: 40,
    votes: [2, 0],
    text: 'It runs in a browser tab next to my spreadsheet and looks exactly as serious. Best thing I did at work all week.',
  },
]
