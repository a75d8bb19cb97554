const letters: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
    ъ: '',
    ы: 'y',
  },
  ...{ ь: '', э: 'e', ю: 'yu', я: 'ya' },
}
const pairs: [RegExp, string][] = [
  [/shch|sch/gu, 'щ'],
  [/sh/gu, 'ш'],
  [/zh/gu, 'ж'],
  [/ch/gu, 'ч'],
  [/kh/gu, 'х'],
  [/ts/gu, 'ц'],
  [/yu|ju/gu, 'ю'],
  [/ya|ja/gu, 'я'],
  [/yo|jo/gu, 'е'],
  [/(?<=[aeiou])y|^y(?=[aeiou])/gu, 'й'],
]
const singles: Record<string, string> = {
  ...{ a: 'а', b: 'б', c: 'ц', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'й', k: 'к', l: 'л', m: 'м', n: 'н' },
  ...{ o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'ы', z: 'з' },
}

export const isCyrillic = (word: string): boolean => /^[а-я]+$/u.test(word)
export const isLatin = (word: string): boolean => /^[a-z]+$/u.test(word)

/** A Cyrillic word letter by letter in Latin ones: «ведьмак» is `vedmak`. */
export function inLatin(word: string): string {
  return [...word.replaceAll('дж', 'j').replaceAll('кс', 'x')].map((letter) => letters[letter] ?? letter).join('')
}

/** A Latin word as Russian that was written without a Russian keyboard: `kosmos` is «космос». */
export function inCyrillic(word: string): string {
  const paired = pairs.reduce((text, [pattern, letter]) => text.replaceAll(pattern, letter), word)
  return [...paired].map((letter) => singles[letter] ?? letter).join('')
}

/** An English word written by its sound, vowels kept, for comparing with what `bySound` gives for a Russian one. */
function englishSound(word: string): string {
  return word
    .replaceAll(/(.)\1/gu, '$1')
    .replaceAll(/^(kn|gn)/gu, 'n')
    .replaceAll('igh', 'ai')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll(/c(?=[eiy])/gu, 's')
    .replaceAll(/ch/gu, 'ч')
    .replaceAll(/[cq]/gu, 'k')
    .replaceAll('sh', 'ш')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
    .replaceAll('ou', 'au')
    .replaceAll(/e$/gu, '')
    .replaceAll('z', 's')
}

function russianSound(word: string): string {
  return inLatin(word.replaceAll('дж', 'ж').replaceAll('кс', 'x').replaceAll('ч', 'q').replaceAll(/[шщ]/gu, 'w'))
    .replaceAll(/(.)\1/gu, '$1')
    .replaceAll('x', 'ks')
    .replaceAll('q', 'ч')
    .replaceAll('w', 'ш')
    .replaceAll('zh', 'j')
    .replaceAll('y', 'i')
    .replaceAll('z', 's')
}

/** Words of either alphabet in one that compares by sound. */
export function bySound(word: string): string {
  return isCyrillic(word) ? russianSound(word) : englishSound(word)
}

/** Edits between two words, a swap of neighbours being one (Damerau, restricted); `limit + 1` for anything above the limit. */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}
