// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
const words = {
  en: {
    title: 'Slippery Business',
    status: (room, moves, par) => `Room ${room} of 12 · slides ${moves} · chef's record ${par}`,
    undo: 'Undo (Z)',
    restart: 'Start the room again (R)',
    hint: 'Ask the chef (H)',
    sound: 'Sound (M)',
    rooms: 'All rooms (Esc)',
    tips: {
      0: 'Arrow keys, WASD or a swipe. You slide until something stops you. Take the fish to the walrus.',
      3: 'Snowdrifts are soft: they stop you where they lie.',
      5: 'Thin ice holds you once. Behind you it turns to water, and you are in uniform.',
    },
    stuck: 'No way to the walrus from here any more. Undo with Z: he can wait.',
    asked: {
      up: 'The chef nods: up.',
      down: 'The chef nods: down.',
      left: 'The chef nods: left.',
      right: 'The chef nods: right.',
    },
    won: ['Served!', 'Bon appétit!', 'The walrus applauds.', 'Not a drop spilled.'],
    result: (moves, par) =>
      moves <= par ? `${moves} slides. The chef could not do better.` : `${moves} slides. The chef did it in ${par}.`,
    next: 'Next room',
    again: 'Once more',
    all: 'All rooms',
    done: 'Shift over!',
    doneText: (stars) => `Every table is fed. ${stars} stars of 36. The bistro finally has traction.`,
    choose: 'Choose a room',
    chooseText: (stars) => `${stars} stars of 36`,
  },
  ru: {
    title: 'Скользкое дело',
    status: (room, moves, par) => `Зал ${room} из 12 · рывков: ${moves} · рекорд шефа: ${par}`,
    undo: 'Отменить ход (Z)',
    restart: 'Начать зал заново (R)',
    hint: 'Спросить шефа (H)',
    sound: 'Звук (M)',
    rooms: 'Все залы (Esc)',
    tips: {
      0: 'Стрелки, WASD или свайп. Вы скользите, пока не упрётесь. Рыбу — моржу.',
      3: 'Сугробы мягкие: въехали — остановились.',
      5: 'Тонкий лёд держит один раз. Потом там вода, а вы в бабочке.',
    },
    stuck: 'Отсюда к моржу уже не попасть. Отмените ход (Z) — он подождёт.',
    asked: {
      up: 'Шеф кивает: вверх.',
      down: 'Шеф кивает: вниз.',
      left: 'Шеф кивает: влево.',
      right: 'Шеф кивает: вправо.',
    },
    won: ['Подано!', 'Приятного аппетита!', 'Морж аплодирует ластами.', 'Ни капли не пролито.'],
    result: (moves, par) =>
      moves <= par ? `Рывков: ${moves}. Даже шеф не смог бы лучше.` : `Рывков: ${moves}. Шефу хватило ${par}.`,
    next: 'Следующий зал',
    again: 'Ещё раз',
    all: 'Все залы',
    done: 'Смена окончена!',
    doneText: (stars) => `Все накормлены. Звёзд: ${stars} из 36. У бистро наконец появилось сцепление.`,
    choose: 'Выберите зал',
    chooseText: (stars) => `Звёзд: ${stars} из 36`,
  },
}

const text = words[language]
