import type { Locale } from '../auth/schema.ts'

/** Tags and genres that the store has names for, one a line: English, Russian. */
const table = `
Singleplayer: Для одного игрока
Indie: Инди
Action: Экшен
Adventure: Приключения
Casual: Казуальные
2D: 2D
3D: 3D
Simulation: Симулятор
Strategy: Стратегия
RPG: Ролевая игра
Atmospheric: Атмосферные
Puzzle: Головоломка
Colorful: Красочные
Exploration: Исследование
Story Rich: Сюжетные
Pixel Graphics: Пиксельная графика
Cute: Милые
Fantasy: Фэнтези
First-Person: От первого лица
Action-Adventure: Приключенческий экшен
Arcade: Аркада
Multiplayer: Для нескольких игроков
Early Access: Ранний доступ
Funny: Смешные
Relaxing: Расслабляющие
Anime: Аниме
Shooter: Шутер
Combat: Сражения
Horror: Хоррор
Sci-fi: Научная фантастика
Platformer: Платформер
Retro: Ретро
Stylized: Стилизация
Family Friendly: Для всей семьи
Third Person: От третьего лица
Female Protagonist: Главная героиня
Controller: Контроллер
Top-Down: Вид сверху
Visual Novel: Визуальная новелла
Choices Matter: Выбор имеет значение
2D Platformer: 2D-платформер
Realistic: Реализм
Free to Play: Бесплатные
Cartoony: Мультяшные
Survival: Выживание
Linear: Линейные
Open World: Открытый мир
Mystery: Тайна
Dark: Мрачные
Comedy: Комедия
Multiple Endings: Несколько концовок
PvE: PvE
PvP: PvP
Sexual Content: Сексуальный контент
Psychological Horror: Психологический хоррор
Physics: Физика
Nudity: Нагота
FPS: Шутер от первого лица
Difficult: Сложные
Minimalist: Минимализм
Roguelike: Рогалик
Point & Click: Point & Click
VR: Виртуальная реальность
Co-op: Кооператив
Character Customization: Редактор персонажа
Hand-drawn: Рисованные
Sandbox: Песочница
Action RPG: Ролевой экшен
Magic: Магия
Roguelite: Роглайт
Violent: Насилие
Space: Космос
Side Scroller: Вид сбоку
Building: Строительство
Management: Менеджмент
3D Platformer: 3D-платформер
Tactical: Тактика
Old School: Старая школа
Futuristic: Будущее
Logic: Логика
Medieval: Средневековье
Puzzle Platformer: Платформер-головоломка
Procedural Generation: Процедурная генерация
Cartoon: Мультфильм
Action Roguelike: Экшен-рогалик
Hidden Object: Поиск предметов
Choose Your Own Adventure: Выбери себе приключение
Drama: Драма
Gore: Кровища
Immersive Sim: Иммерсивный симулятор
Crafting: Крафт
Interactive Fiction: Интерактивная литература
Turn-Based Strategy: Пошаговая стратегия
Romance: Романтика
Dark Fantasy: Тёмное фэнтези
Turn-Based Combat: Пошаговые бои
Sports: Спорт
Online Co-Op: Сетевой кооператив
Survival Horror: Хоррор на выживание
Bullet Hell: Пулевой ад
Turn-Based Tactics: Пошаговая тактика
Emotional: Трогательные
Shoot 'Em Up: Скролл-шутер
Resource Management: Управление ресурсами
Hack and Slash: Слэшер
Hack & Slash: Слэшер
Nature: Природа
Mature: Для взрослых
Great Soundtrack: Отличный саундтрек
Local Multiplayer: Локальный мультиплеер
Dungeon Crawler: Подземелья
Walking Simulator: Симулятор ходьбы
1990's: 1990-е
Dating Sim: Симулятор свиданий
Racing: Гонки
Surreal: Сюрреализм
Base Building: Строительство базы
JRPG: Японская ролевая игра
Score Attack: Игра на очки
Post-apocalyptic: Постапокалипсис
Hentai: Хентай
NSFW: Не для работы
Zombies: Зомби
Top-Down Shooter: Шутер с видом сверху
Text-Based: Текстовые
Historical: Исторические
War: Война
Education: Обучение
2.5D: 2.5D
Cinematic: Кинематографичные
Isometric: Изометрия
Clicker: Кликер
Stealth: Стелс
Life Sim: Симулятор жизни
Card Game: Карточная игра
Local Co-Op: Локальный кооператив
Narration: Рассказчик
Investigation: Расследование
LGBTQ+: ЛГБТК+
Replay Value: Реиграбельность
Precision Platformer: Точный платформер
Third-Person Shooter: Шутер от третьего лица
1980s: 1980-е
Conversation: Беседы
Cyberpunk: Киберпанк
Abstract: Абстракция
Detective: Детектив
Robots: Роботы
Military: Военные
Strategy RPG: Стратегическая ролевая игра
RTS: Стратегия в реальном времени
Time Management: Управление временем
Aliens: Инопланетяне
Dark Humor: Чёрный юмор
Lore-Rich: Глубокий лор
Demons: Демоны
Economy: Экономика
Tower Defense: Башенная защита
Arena Shooter: Арена-шутер
Nonlinear: Нелинейные
Real Time Tactics: Тактика в реальном времени
Thriller: Триллер
Psychological: Психология
Massively Multiplayer: Массовая многопользовательская
Board Game: Настольная игра
Collectathon: Собирательство
Perma Death: Перманентная смерть
Tabletop: Настольные
Supernatural: Сверхъестественное
Turn-Based: Пошаговые
City Builder: Градостроительство
Tactical RPG: Тактическая ролевая игра
Fast-Paced: Быстрые
Driving: Вождение
Short: Короткие
Psychedelic: Психоделика
Metroidvania: Метроидвания
Deckbuilding: Построение колоды
Tutorial: Обучающие материалы
Memes: Мемы
Comic Book: Комикс
Idler: Игра-ожидание
Beat 'em up: Избей их всех
Dystopian: Антиутопия
Runner: Раннер
Artificial Intelligence: Искусственный интеллект
Flight: Полёты
Modern: Современность
Wargame: Варгейм
Souls-like: Соулслайк
Team-Based: Командные
4 Player Local: Вчетвером за одним экраном
Inventory Management: Управление инвентарём
Party-Based RPG: Партийная ролевая игра
RPGMaker: RPG Maker
Loot: Лут
Card Battler: Карточные бои
Parkour: Паркур
Alternate History: Альтернативная история
Grid-Based Movement: Движение по клеткам
Cats: Кошки
Level Editor: Редактор уровней
2D Fighter: 2D-файтинг
Mythology: Мифология
CRPG: Классическая ролевая игра
Destruction: Разрушения
Twin Stick Shooter: Двухстиковый шутер
Creature Collector: Коллекционирование существ
Crime: Криминал
Rhythm: Ритм-игра
Music: Музыка
Automobile Sim: Автосимулятор
Classic: Классика
Experimental: Эксперимент
Fighting: Файтинг
Philosophical: Философия
3D Fighter: 3D-файтинг
Match 3: Три в ряд
Competitive: Соревновательные
Dark Comedy: Чёрная комедия
Capitalism: Капитализм
Farming Sim: Симулятор фермы
Space Sim: Космический симулятор
Automation: Автоматизация
Utilities: Утилиты
Lovecraftian: Лавкрафт
Moddable: Модификации
Swordplay: Фехтование
Noir: Нуар
Design & Illustration: Дизайн и иллюстрация
Colony Sim: Симулятор колонии
Science: Наука
Grand Strategy: Глобальная стратегия
Word Game: Игра в слова
Vehicular Combat: Бои на машинах
Mystery Dungeon: Таинственное подземелье
Class-Based: Классы персонажей
Soundtrack: Саундтрек
eSports: Киберспорт
Cooking: Кулинария
Gun Customization: Настройка оружия
Dragons: Драконы
Battle Royale: Королевская битва
Auto Battler: Автобатлер
3D Vision: 3D Vision
6DOF: Шесть степеней свободы
Parody: Пародия
Hero Shooter: Геройский шутер
Split Screen: Разделённый экран
America: Америка
Cozy: Уютные
Bullet Time: Замедление времени
Spectacle fighter: Зрелищный слэшер
Combat Racing: Боевые гонки
Trading: Торговля
Conspiracy: Заговор
Agriculture: Сельское хозяйство
MMORPG: MMORPG
Solitaire: Пасьянс
Looter Shooter: Лутер-шутер
Software: Программы
World War II: Вторая мировая война
Time Manipulation: Управление ходом времени
Gothic: Готика
Voxel: Воксели
Mechs: Мехи
Martial Arts: Боевые искусства
Open World Survival Craft: Выживание в открытом мире
Action RTS: Экшен-стратегия
Quick-Time Events: Нажми вовремя
God Game: Симулятор бога
Underground: Под землёй
Satire: Сатира
Character Action Game: Слэшер с героем
Sokoban: Сокобан
Steampunk: Стимпанк
Co-op Campaign: Кооперативная кампания
Dog: Собаки
Wholesome: Добрые
Pirates: Пираты
Beautiful: Красивые
Hex Grid: Шестиугольники
Time Travel: Путешествия во времени
Dynamic Narration: Живой рассказчик
Mining: Добыча
Ninja: Ниндзя
Political: Политика
Politics: Политика
Underwater: Под водой
Game Development: Разработка игр
Mouse only: Только мышь
FMV: Интерактивное кино
Blood: Кровь
Otome: Отомэ
Animation & Modeling: Анимация и моделирование
Trading Card Game: Коллекционная карточная игра
Vampire: Вампиры
Roguelike Deckbuilder: Карточный рогалик
Hunting: Охота
Narrative: Повествование
Fishing: Рыбалка
Tanks: Танки
Hacking: Хакеры
4X: 4X
Party Game: Для вечеринки
Party: Вечеринка
Faith: Вера
Programming: Программирование
Political Sim: Политический симулятор
Immersive: Погружение
Dinosaurs: Динозавры
Typing: Набор текста
Western: Вестерн
Assassin: Ассасины
Escape Room: Побег из комнаты
MOBA: MOBA
Transportation: Транспорт
Superhero: Супергерои
Asynchronous Multiplayer: Асинхронный мультиплеер
Boomer Shooter: Бумер-шутер
Naval: Флот
Minigames: Мини-игры
Real-Time: В реальном времени
Traditional Roguelike: Классический рогалик
Remake: Ремейк
Snow: Снег
Diplomacy: Дипломатия
Archery: Стрельба из лука
Trivia: Викторина
Addictive: Затягивающие
Cold War: Холодная война
Gambling: Азартные игры
On-Rails Shooter: Рельсовый шутер
Trains: Поезда
Heist: Ограбление
Video Production: Работа с видео
Sailing: Парусники
Time Attack: На время
Naval Combat: Морские бои
Real-Time with Pause: Реальное время с паузой
Football (Soccer): Футбол
Illuminati: Иллюминаты
Music-Based Procedural Generation: Уровни из музыки
Foreign: Зарубежные
Offroad: Бездорожье
Cult Classic: Культовая классика
Villain Protagonist: Игра за злодея
Transhumanism: Трансгуманизм
Nostalgia: Ностальгия
Audio Production: Работа со звуком
Sniper: Снайпер
Mars: Марс
Spelling: Правописание
Touch-Friendly: Сенсорный экран
Werewolves: Оборотни
Boxing: Бокс
Horses: Лошади
Farming: Ферма
Chess: Шахматы
Episodic: Эпизоды
Outbreak Sim: Эпидемия
Jet: Реактивные самолёты
Sequel: Продолжение
Software Training: Обучение программам
Roguevania: Рогвания
Golf: Гольф
Experience: Переживание
Photo Editing: Обработка фото
Rome: Рим
Submarine: Подводные лодки
Unforgiving: Беспощадные
Spaceships: Космические корабли
World War I: Первая мировая война
Kickstarter: Kickstarter
Crowdfunded: Народное финансирование
Medical Sim: Медицинский симулятор
Motorbike: Мотоциклы
Bikes: Байки
GameMaker: GameMaker
Asymmetric VR: Асимметричная VR
Basketball: Баскетбол
LEGO: LEGO
Pinball: Пинбол
Social Deduction: Социальная дедукция
Dwarf: Гномы
Electronic Music: Электронная музыка
Job Simulator: Симулятор работы
Mini Golf: Мини-гольф
360 Video: Видео 360°
Football (American): Американский футбол
Silent Protagonist: Молчаливый герой
Wrestling: Рестлинг
Web Publishing: Веб-публикации
Skateboarding: Скейтбординг
Ambient: Эмбиент
Epic: Эпос
Movie: Кино
Jump Scare: Скримеры
Tennis: Теннис
Skating: Катание на коньках
Pool: Бильярд
Boss Rush: Битвы с боссами
Gaming: Об играх
Dungeons & Dragons: Подземелья и драконы
Vikings: Викинги
Cycling: Велоспорт
Intentionally Awkward Controls: Нарочно неудобное управление
Baseball: Бейсбол
Tile-Matching: Поиск пар
Lemmings: Лемминги
Mod: Мод
Motocross: Мотокросс
Hockey: Хоккей
Mahjong: Маджонг
Instrumental Music: Инструментальная музыка
Based On A Novel: По книге
Extraction Shooter: Шутер с эвакуацией
Games Workshop: Games Workshop
Bowling: Боулинг
8-bit Music: 8-битная музыка
Snowboarding: Сноубординг
Skiing: Лыжи
BMX: BMX
Well-Written: Хорошо написанные
Shop Keeper: Лавочник
ATV: Квадроциклы
Rock Music: Рок-музыка
Electronic: Электроника
Birds: Птицы
Voice Control: Голосовое управление
Fox: Лисы
Warhammer 40K: Warhammer 40K
Coding: Код
Musou: Мусо
Documentary: Документальные
Benchmark: Тест производительности
Cricket: Крикет
TrackIR: TrackIR
Dice: Кости
Elf: Эльфы
Hardware: Оборудование
Hobby Sim: Симулятор хобби
Volleyball: Волейбол
Rugby: Регби
Steam Machine: Steam Machine
Snooker: Снукер
Reboot: Перезапуск
Feature Film: Фильм
Accounting: Бухгалтерия
Incremental: Инкрементальные
MMO: Массовые сетевые
Story: Сюжет
Board: Настольные
Card: Карты
Toys: Безделушки
Tetris: Тетрис
MUD: Текстовые миры
Demos: Демонстрации
Platform: Платформер
Sport: Спорт
One-Button: Одной кнопкой
Deckbuilder: Построение колоды
Hardcore: Хардкор
Free: Бесплатные
Pixel Art: Пиксель-арт
Deduction: Дедукция
`

/** The form in which tags are stored and asked for: "Open World" is `open-world`. */
export function tagKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/&/gu, ' and ')
    .replaceAll(/[^\p{L}\p{N}+.]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
}

export interface TagName {
  en: string
  ru: string
}

/** Names of the tags that the store knows, by key. */
export const tagNames: ReadonlyMap<string, TagName> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [en = '', ru = ''] = line.split(': ')
      return [tagKey(en), { en, ru }]
    }),
)

/** What a tag is called in a language; one that the store has no name for is shown as its key, in words. */
export function tagName(key: string, locale: Locale): string {
  const known = tagNames.get(key)
  if (known) return known[locale]
  const words = key.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const keysByName = new Map(
  [...tagNames].flatMap(([key, { en, ru }]) => [en, ru].map((name) => [name.toLowerCase(), key] as const)),
)

/** The key that a tag goes by, whether one says its key or its name in either language. */
export function findTagKey(text: string): string {
  return keysByName.get(text.trim().toLowerCase()) ?? tagKey(text)
}
