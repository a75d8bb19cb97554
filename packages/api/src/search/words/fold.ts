const extra: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ё: 'е' }

/** A text in the form that `kettle_words` gives it in the database: small letters without accents (й stays й), ё as е. */
export function foldWords(text: string): string[] {
  return text
    .toWellFormed()
    .replaceAll(/['’‘`´®™©]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^й]/gu, (letter) => extra[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
