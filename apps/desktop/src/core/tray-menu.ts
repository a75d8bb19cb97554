import type { Snapshot } from '../shared/bridge.ts'

/** A line of the tray's menu. What has no `act` can't be chosen. */
export type TrayItem = { label: string; act?: TrayAct } | 'line'

export type TrayAct =
  | { do: 'show' | 'pauseAll' | 'resumeAll' | 'quit' }
  | { do: 'downloads' }
  | { do: 'play' | 'game'; gameId: string }

/** The words of the tray, as the screen's language files hold them. */
export interface TrayWords {
  show: string
  play: string
  downloading: string
  waiting: string
  idle: string
  pauseAll: string
  resumeAll: string
  quit: string
}

const LATEST = 3

/** What the tray offers: the games played last that are ready, how the downloads stand, and the way out. */
export function trayMenu({ session, library, installs, queue, playing }: Snapshot, words: TrayWords): TrayItem[] {
  const ready = new Set(installs.filter(({ status }) => status === 'ready').map(({ gameId }) => gameId))
  const latest = library.games
    .filter(({ id, lastPlayedAt }) => lastPlayedAt && ready.has(id) && playing?.gameId !== id)
    .sort((a, b) => (b.lastPlayedAt ?? '').localeCompare(a.lastPlayedAt ?? ''))
    .slice(0, LATEST)
  const games = latest.map(({ id, title }): TrayItem => {
    // One game at a time: while one runs, the others only show themselves.
    const act: TrayAct = { do: playing ? 'game' : 'play', gameId: id }
    return { label: words.play.replace('{{title}}', title), act }
  })
  const [first] = queue
  const atWork = installs.find(({ gameId }) => gameId === first)
  const downloads = atWork ? words.downloading.replace('{{title}}', atWork.title) : words.idle
  const behind = queue.length - 1
  const stopped = installs.some(({ status }) => status === 'stopped')
  if (session.status === 'signedOut')
    return [item(words.show, { do: 'show' }), 'line', item(words.quit, { do: 'quit' })]
  return [
    item(words.show, { do: 'show' }),
    'line',
    ...(games.length > 0 ? [...games, 'line' as const] : []),
    item(downloads, { do: 'downloads' }),
    ...(behind > 0 ? [{ label: words.waiting.replace('{{count}}', String(behind)) }] : []),
    ...(first ? [item(words.pauseAll, { do: 'pauseAll' })] : []),
    ...(!first && stopped ? [item(words.resumeAll, { do: 'resumeAll' })] : []),
    'line',
    item(words.quit, { do: 'quit' }),
  ]
}

function item(label: string, act: TrayAct): TrayItem {
  return { label, act }
}

/** What stands beside the pointer on the icon: the download at work and how far it is. */
export function trayTip({ installs, queue }: Snapshot): string {
  const atWork = installs.find(({ gameId }) => gameId === queue[0])
  if (!atWork?.progress || atWork.progress.total === 0) return 'Kettle'
  const percent = Math.floor((100 * atWork.progress.done) / atWork.progress.total)
  return `Kettle: ${atWork.title}, ${percent} %`
}
