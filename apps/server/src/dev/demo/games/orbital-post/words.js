// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
const words = {
  en: {
    title: 'Orbital Post',
    intro:
      'Press space, click or tap to let go of the planet. Fly along the tangent to the next one. The solar storm below is always in a hurry.',
    go: 'Take off',
    again: 'One more',
    lost: { void: 'Delivered to: the void.', storm: 'Return to sender: storm.' },
    result: (score, letters) => `${score} points for ${letters} ${letters === 1 ? 'letter' : 'letters'}.`,
    best: (score) => (score > 0 ? `Best: ${score}` : ''),
    record: 'A new record! The stamp will bear your face.',
    combo: (n) => (n > 1 ? `express ×${n}` : ''),
    sound: 'Sound (M)',
  },
  ru: {
    title: 'Орбитальная почта',
    intro:
      'Пробел, клик или касание — отпустить планету. Дальше по касательной к следующей. Солнечная буря внизу всегда торопится.',
    go: 'Поехали',
    again: 'Ещё разок',
    lost: { void: 'Адресат: пустота. Вручено лично.', storm: 'Возврат отправителю: буря.' },
    result: (score, letters) => `Очков: ${score}, писем доставлено: ${letters}.`,
    best: (score) => (score > 0 ? `Рекорд: ${score}` : ''),
    record: 'Новый рекорд! Ваш портрет будет на марке.',
    combo: (n) => (n > 1 ? `экспресс ×${n}` : ''),
    sound: 'Звук (M)',
  },
}

const text = words[language]
