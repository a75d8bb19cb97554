// The first that fits counts: browsers call themselves by the names of those they imitate, too.
const programs: [RegExp, string][] = [
  [/YaBrowser\//u, 'Yandex Browser'],
  [/Edg(e|A|iOS)?\//u, 'Edge'],
  [/OPR\/|Opera/u, 'Opera'],
  [/Vivaldi\//u, 'Vivaldi'],
  [/SamsungBrowser\//u, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//u, 'Firefox'],
  [/Chrome\/|CriOS\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Windows/u, 'Windows'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
]

/** A user agent as people would name it (`Firefox, Windows`); of an unknown one its first word, null for none. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent?.trim()) return null
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [find(programs), find(systems)].filter((name) => name !== undefined)
  if (known.length > 0) return known.join(', ')
  // Mail clients make a link of whatever looks like an address: of a name that a stranger chose only letters and digits are kept.
  const word = userAgent.trim().split(/[\s/(;]/u)[0] || userAgent.trim()
  return (
    word
      .replace(/[^\p{L}\p{N}_-]+/gu, ' ')
      .replace(/^\s*www\b/iu, '')
      .trim()
      .slice(0, 40) || null
  )
}
