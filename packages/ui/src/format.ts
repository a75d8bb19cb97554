/** A day without a time (`2026-01-15`) is that day everywhere; JavaScript reads it as midnight in UTC. A time is the reader's. */
const zoneOf = (iso: string): 'UTC' | undefined => (iso.length === 10 ? 'UTC' : undefined)

/** A day (`2026-03-12`) as "12 March 2026", the same in every time zone; an ISO time in the reader's. */
export function formatDate(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zoneOf(iso) }).format(new Date(iso))
}

/** A day or an ISO time as "12 March", for days that are near; zones as in `formatDate`. */
export function formatDay(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: zoneOf(iso) }).format(new Date(iso))
}

/** An ISO time as "12 Mar 2026, 14:05" in the reader's time zone. */
export function formatDateTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** An ISO time as "yesterday", "2 hours ago"; anything within a minute is "now". */
export function formatRelative(iso: string, locale: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(0, 'second')
}

/** Seconds of play as "1 h 12 m"; some seconds are "< 1 min". */
export function formatDuration(seconds: number, locale: string): string {
  const minutes = Math.floor(seconds / 60)
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  if (seconds > 0 && minutes === 0) return `< ${unit(1, 'minute')}`
  if (minutes < 60) return unit(minutes, 'minute')
  const rest = minutes % 60
  return rest === 0 ? unit(minutes / 60, 'hour') : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(rest, 'minute')}`
}

/** A wait as people say it: seconds under a minute, then minutes rounded up. */
export function formatWait(seconds: number, locale: string): string {
  if (seconds >= 60) return formatDuration(Math.ceil(seconds / 60) * 60, locale)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(
    Math.ceil(seconds),
  )
}

/** Bytes as "242 MB", in decimal units as stores print them. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value)
}
