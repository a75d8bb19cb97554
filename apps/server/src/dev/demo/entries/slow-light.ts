import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/slow-light.ts'

export const slowLight: DemoGame = {
  slug: 'slow-light',
  title: { en: 'Slow Light', ru: 'Медленный свет' },
  shortDescription: {
    en: 'A grand strategy in which nothing is faster than light, least of all your orders. Rule eleven suns by letters that arrive after your funeral.',
    ru: 'Глобальная стратегия, где нет ничего быстрее света, и меньше всего — ваших приказов. Правьте одиннадцатью солнцами в письмах, которые дойдут после ваших похорон.',
  },
  description: {
    en: 'The map does not show the galaxy; it shows what has reached you. Vesper looks loyal, as of fourteen years ago. Debt is burning, or was, or has rebuilt itself and sent a bill. Every order crawls outwards as a ring of light, every answer crawls back, and in between you must govern on trust, which is a resource with its own graph. Raise heirs who will receive the replies. Write standing instructions, then meet the people who followed them too well. Campaigns span six centuries; a turn is a decade, and the combat is decided long before you hear of it. For those who read the footnotes. They are excellent footnotes, and some of them are lying.',
    ru: 'Карта показывает не галактику, а то, что до вас дошло. Веспер верен — по сведениям четырнадцатилетней давности. Долг горит, или горел, или уже отстроился и прислал счёт. Каждый приказ ползёт вдаль кольцом света, каждый ответ ползёт назад, а в промежутке править приходится на доверии, и у этого ресурса свой график. Растите наследников — отвечать будут им. Пишите инструкции впрок, а потом знакомьтесь с теми, кто исполнил их слишком хорошо. Кампания длится шесть веков, ход — десять лет, а сражения решаются задолго до того, как вы о них услышите. Для тех, кто читает сноски. Сноски превосходные, и некоторые врут.',
  },
  developer: 'Parallax Chancery',
  publisher: 'Parallax Chancery',
  releasedDaysAgo: 820,
  tags: [
    'grand-strategy',
    '4x',
    'space',
    'strategy',
    'diplomacy',
    'turn-based',
    'sci-fi',
    'lore-rich',
    'resource-management',
    'singleplayer',
  ],
  genres: ['strategy', 'simulation'],
  price: 3999,
  sale: { percent: 40, days: 13, pauseDays: 15, firstInDays: -11 },
  buyers: 9,
  soldWithinDays: 200,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de fr zh-Hans'),
  ageMark: 12,
  requirements: needs('heavy', ['windows', 'linux'], '9 GB'),
  cover,
  header,
  screenshots,
}
