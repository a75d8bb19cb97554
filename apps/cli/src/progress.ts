/** `1234567` -> "1.2 MB", in decimal units. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3))
  const value = count / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}

/** `95` -> "1:35". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

const WINDOW_MS = 5000

/** Follows a transfer of `total` bytes: call it with each piece, read the line to show. Speed is that of the last five seconds. */
export function transferLine(total: number, now: () => number): { add: (count: number) => void; line: () => string } {
  let done = 0
  const marks = [{ at: now(), done: 0 }]
  return {
    add: (count) => {
      done += count
    },
    line: () => {
      const at = now()
      marks.push({ at, done })
      while (marks.length > 2 && (marks[0]?.at ?? at) < at - WINDOW_MS) marks.shift()
      const from = marks[0] ?? { at, done }
      const speed = at > from.at ? ((done - from.done) / (at - from.at)) * 1000 : 0
      const share = total > 0 ? Math.floor((done / total) * 100) : 100
      const left = speed > 0 ? `, ${clock((total - done) / speed)} left` : ''
      return `${share} %  ${bytes(done)} of ${bytes(total)}, ${bytes(speed)}/s${left}`
    },
  }
}
