import type { DemoReview } from '../demo-review.ts'

export const mopAndVoid: readonly DemoReview[] = [
  {
    by: 'zhenya',
    recommended: true,
    minutes: 55,
    votes: [1, 0],
    text: 'Пока час, но какой! Швабра имеет вес, пена — инерцию, и всё это метроидвания, где новая дверь открывается новым мылом. Кофе 2091 года меня убил шесть раз и запах я, кажется, чувствую.',
  },
  {
    by: 'tobi',
    recommended: true,
    minutes: 700,
    votes: [4, 0],
    text: 'Twelve hours to a spotless station, and I have the screenshot. Movement is the star: bucket spin into foam slide into reflection kill feels like a sentence with a full stop. Tempo, damage and stickiness each have their own slider, so my brother and I can play the same game. Sprite work is gorgeous and slightly disgusting.',
  },
  {
    by: 'fyodor',
    recommended: false,
    minutes: 40,
    votes: [1, 2],
    text: 'Пальцы мои для этого не предназначены. Ковёр победил меня четырнадцать раз подряд, после чего я признал партию проигранной и вернулся к шахматам.',
    reply: 'Липкость на ноль, темп на половину — и ковёр становится просто ковром. Реванш за вами.',
  },
  {
    by: 'sal',
    recommended: true,
    minutes: 300,
    votes: [2, 0],
    text: 'The boss says "well done" on a gold time trial, and I have never worked so hard for two words.',
  },
  {
    by: 'priya',
    recommended: true,
    minutes: 420,
    votes: [1, 0],
    text: 'Map design is a quiet puzzle: every shortcut was visible from the first hour, and I had simply not wanted to clean there.',
  },
]
