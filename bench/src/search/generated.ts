import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Judged } from './judged.ts'

interface Line {
  slug: string
  title: string
}

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю'
const byLetter: Record<string, string> = {
  ...{
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'дж',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
  },
  ...{ o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'и', z: 'з' },
}

/** Titles out of the catalogue files, as they are, in part, misspelt, in the wrong layout, and in Russian letters. */
export function generateFrom(files: { described: string; titles: string }): Judged[] {
  const read = (file: string): Line[] =>
    gunzipSync(readFileSync(file))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ title }: Line) => /^[\x20-\x7e]{5,50}$/u.test(title))
  const described = read(files.described)
  const known = described.slice(0, 4000)
  const others = read(files.titles)
  const next = numbers(7)
  const pick = (list: Line[], count: number) =>
    Array.from({ length: count }, () => list[Math.floor(next() * list.length)]).filter((line) => line !== undefined)
  const judged = (kind: string, lines: Line[], say: (title: string) => string): Judged[] =>
    lines.map(({ slug, title }) => ({ kind, language: 'en', query: say(title), wanted: [slug] }))
  return [
    ...judged('title', [...pick(described, 30), ...pick(others, 30)], (title) => title.toLowerCase()),
    ...judged('part of title', pick(known, 30), (title) => title.split(/\s+/u).slice(0, 2).join(' ')),
    ...judged('typo', [...pick(known, 40), ...pick(others, 20)], (title) => misspell(title, next)),
    ...judged('layout', [...pick(known, 20), ...pick(others, 10)], (title) =>
      swap(title.toLowerCase(), latin, cyrillic),
    ),
    ...judged('letters', pick(known, 30), (title) =>
      title.toLowerCase().replaceAll(/[a-z]/gu, (letter) => byLetter[letter] ?? letter),
    ),
  ].map((entry) => (entry.kind === 'layout' || entry.kind === 'letters' ? { ...entry, language: 'ru' } : entry))
}

function swap(text: string, from: string, to: string): string {
  return [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join('')
}

/** One slip in the longest word: a letter dropped, doubled, changed or swapped with its neighbour; in long titles a second one. */
function misspell(title: string, next: () => number): string {
  const words = title.toLowerCase().split(/\s+/u)
  const byLength = words.map((word, at) => ({ at, length: word.length })).sort((a, b) => b.length - a.length)
  for (const { at } of byLength.slice(0, title.length > 18 ? 2 : 1)) {
    const word = words[at] ?? ''
    const place = 1 + Math.floor(next() * Math.max(1, word.length - 2))
    const letter = String.fromCharCode(97 + Math.floor(next() * 26))
    const ways = [
      word.slice(0, place) + word.slice(place + 1),
      word.slice(0, place) + (word[place] ?? '') + word.slice(place),
      word.slice(0, place) + letter + word.slice(place + 1),
      word.slice(0, place) + (word[place + 1] ?? '') + (word[place] ?? '') + word.slice(place + 2),
    ]
    words[at] = ways[Math.floor(next() * ways.length)] ?? word
  }
  return words.join(' ')
}
