/** What a user agent tells: by names that need no translation. */
export type Device = {
  kind: 'computer' | 'phone' | 'program' | 'unknown'
  browser?: string
  system?: string
}

// The first that fits counts: most browsers also name those that they descend from.
const browsers: [name: string, pattern: RegExp][] = [
  ['Yandex', /YaBrowser\//],
  ['Opera', /OPR\/|Opera/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Vivaldi', /Vivaldi\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|Chromium\/|CriOS\//],
  ['Safari', /Safari\//],
]
const systems: [name: string, pattern: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['ChromeOS', /CrOS/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
]

/** Reads a user agent as the store kept it. It is what the other side says of itself: good for recognising, not for trust. */
export function readDevice(userAgent: string | null): Device {
  const text = userAgent ?? ''
  const find = (known: [string, RegExp][]) => known.find(([, pattern]) => pattern.test(text))?.[0]
  // The launcher and the command line speak through Node.
  if (/^(kettle|node|undici)\b/i.test(text)) return { kind: 'program' }
  const browser = find(browsers)
  const system = find(systems)
  if (!browser && !system) return { kind: 'unknown' }
  const kind = /Mobi|iPhone|iPad|Android/.test(text) ? 'phone' : 'computer'
  return { kind, browser, system }
}
