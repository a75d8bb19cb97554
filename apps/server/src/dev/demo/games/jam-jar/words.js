// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
const words = {
  en: {
    title: 'A Jar of Jam',
    intro:
      'Move with the mouse, a finger or the arrow keys; let go to drop. Two of a kind become one of the next. Nothing may look over the rim for long.',
    go: 'Open the jar',
    again: 'Another jar',
    restart: 'Start over (R)',
    sound: 'Sound (M)',
    over: 'The lid won’t close',
    best: (score) => (score > 0 ? `best ${score}` : ''),
    result: (score, biggest, record) =>
      `${score} points, and the biggest of them all: ${biggest}. ${record ? 'A new record! Grandmother wants the recipe.' : 'Somebody will eat it with a spoon all the same.'}`,
    kinds: [
      'a currant',
      'a blueberry',
      'a cherry',
      'a strawberry',
      'a plum',
      'an apricot',
      'an apple',
      'a quince',
      'a peach',
      'a pumpkin',
    ],
  },
  ru: {
    title: 'Банка варенья',
    intro:
      'Двигайте мышью, пальцем или стрелками, отпускайте — упадёт. Две одинаковые ягоды превращаются в одну покрупнее. Выглядывать через край подолгу нельзя никому.',
    go: 'Открыть банку',
    again: 'Ещё баночку',
    restart: 'Начать заново (R)',
    sound: 'Звук (M)',
    over: 'Крышка не закрылась',
    best: (score) => (score > 0 ? `рекорд ${score}` : ''),
    result: (score, biggest, record) =>
      `Очков: ${score}. Крупнее всех — ${biggest}. ${record ? 'Новый рекорд! Бабушка просит рецепт.' : 'Ничего, съедят и так, ложкой.'}`,
    kinds: ['смородина', 'черника', 'вишня', 'клубника', 'слива', 'абрикос', 'яблоко', 'айва', 'персик', 'тыква'],
  },
}

const text = words[language]
