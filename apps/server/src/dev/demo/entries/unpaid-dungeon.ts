import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/unpaid-dungeon.ts'

export const unpaidDungeon: DemoGame = {
  slug: 'unpaid-dungeon',
  title: { en: 'Unpaid Dungeon', ru: 'Подземелье без оплаты' },
  shortDescription: {
    en: 'A roguelike about an internship. Descend forty floors of middle management armed with a letter opener, and remember: death is not an excused absence.',
    ru: 'Роуглайк про стажировку. Спуститесь на сорок этажей вглубь среднего звена с ножом для писем в руке и помните: смерть — не уважительная причина для прогула.',
  },
  description: {
    en: 'The Dark Lord is hiring. The position is junior, the dungeon is open-plan and the exposure is mostly to fire. Every run deals you a new department: fight passive slimes, negotiate with a mimic from Accounting, and loot vending machines older than the kingdom. Turn-based, quick to the hand and honest about its dice: every number is on screen, so each death can be traced to one exact decision, usually "I can take one more room". Two hundred items combine in ways we have stopped documenting. Stapler plus lightning is a build. Survive to floor forty and you may be considered for a contract. Nobody has read the contract. Daily seeds, full gamepad support and a button that says Resign.',
    ru: 'Тёмный Властелин набирает людей. Должность младшая, подземелье — опенспейс, а гореть на работе предстоит в прямом смысле. Каждый забег — новый отдел: усмиряйте вялых слизней, договаривайтесь с мимиком из бухгалтерии, грабьте торговые автоматы, которые старше королевства. Ходы пошаговые, рука привыкает быстро, кубики честные: все числа на экране, так что у каждой гибели есть точный адрес — обычно это решение «ещё одну комнату потяну». Две сотни предметов сочетаются так, что описывать это мы уже перестали. Степлер с молнией — это билд. Дойдёте до сорокового этажа — вас, возможно, оформят. Договор никто не читал. Ежедневные забеги, геймпад и кнопка «Уволиться».',
  },
  developer: 'Coffee Break Crypt',
  publisher: 'Long Platform',
  releasedDaysAgo: 291,
  tags: [
    'roguelike',
    'turn-based',
    'dungeon-crawler',
    'comedy',
    'pixel-art',
    'loot',
    'perma-death',
    'dark-humor',
    'replay-value',
    'singleplayer',
  ],
  genres: ['rpg', 'indie', 'strategy'],
  price: 1299,
  sale: { percent: 20, days: 14, pauseDays: 14, firstInDays: 14 },
  buyers: 17,
  soldWithinDays: 24,
  platforms: ['windows', 'linux', 'macos'],
  languages: speaks('en ru de fr es pl zh-Hans'),
  ageMark: 12,
  requirements: needs('light', ['windows', 'linux', 'macos'], '600 MB'),
  cover,
  header,
  screenshots,
}
