import type { DemoGame } from '../demo-game.ts'
import { needs, speaks } from '../facts.ts'
import { cover, header, screenshots } from '../pictures/last-samovar.ts'

export const lastSamovar: DemoGame = {
  slug: 'the-last-samovar',
  title: { en: 'The Last Samovar', ru: 'Последний самовар' },
  shortDescription: {
    en: 'A train without a timetable, a samovar with opinions and eleven passengers who all lie over tea. Pour carefully: the truth comes out at eighty degrees.',
    ru: 'Поезд без расписания, самовар с характером и одиннадцать пассажиров, которые врут за чаем. Наливайте с умом: правда всплывает при восьмидесяти градусах.',
  },
  description: {
    en: 'Winter, 1911, and the Trans-Ural Express has been travelling for nine days to a station nobody can name. You are the new tea attendant, and the brass samovar in the corridor talks, though only to you and only in complaints. Each evening you choose who sits with whom, what they drink and how strong. Strong tea loosens tongues; jam buys time; lemon, in this carriage, is a declaration of war. Listen, compare, and decide which of eleven lovely liars sabotaged the boiler. A murder mystery with no combat, four endings, some nine hundred cups and the most passive-aggressive kitchen appliance in the history of the genre. Fully voiced by people who clearly enjoyed it.',
    ru: 'Зима 1911 года, Трансуральский экспресс девятые сутки идёт к станции, названия которой никто не помнит. Вы новый проводник при чае, а медный самовар в коридоре разговаривает — правда, только с вами и только жалобами. Каждый вечер вам решать, кого с кем посадить, что налить и насколько крепко. Крепкий чай развязывает языки, варенье покупает время, а лимон в этом вагоне равносилен объявлению войны. Слушайте, сличайте показания и выясните, кто из одиннадцати обаятельных врунов испортил котёл. Детектив без драк, с четырьмя концовками, девятью сотнями стаканов в подстаканниках и самой обидчивой посудой в истории жанра. Озвучено людьми, которым это явно нравилось.',
  },
  developer: 'Podstakannik Games',
  publisher: 'Long Platform',
  releasedDaysAgo: 368,
  tags: [
    'narrative',
    'mystery',
    'detective',
    'steampunk',
    'trains',
    'choices-matter',
    'multiple-endings',
    'historical',
    'well-written',
    'singleplayer',
  ],
  genres: ['adventure', 'indie'],
  price: 1499,
  sale: { percent: 33, days: 10, pauseDays: 18, firstInDays: -2 },
  buyers: 12,
  soldWithinDays: 160,
  platforms: ['windows', 'linux'],
  languages: speaks('en ru de fr', 'en ru'),
  ageMark: 12,
  requirements: needs('light', ['windows', 'linux'], '3 GB'),
  cover,
  header,
  screenshots,
}
