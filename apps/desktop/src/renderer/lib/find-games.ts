import type { InstallView, LibraryGame } from '../../shared/views.ts'

export const shows = ['all', 'installed', 'updates'] as const
export type Show = (typeof shows)[number]

/** Whether the store has another version than the one that is here. */
export function hasUpdate(game: LibraryGame, install: InstallView | undefined): boolean {
  return install?.status === 'ready' && game.build !== null && game.build.version !== install.version
}

/** The games that fit: every typed word must begin a word of the title or a tag, whatever its case and accents. */
export function findGames(
  games: readonly LibraryGame[],
  installs: ReadonlyMap<string, InstallView>,
  { query, show }: { query: string; show: Show },
): LibraryGame[] {
  const typed = words(query)
  return games.filter((game) => {
    const install = installs.get(game.id)
    if (show === 'installed' && (!install?.version || install.status === 'absent')) return false
    if (show === 'updates' && !hasUpdate(game, install)) return false
    if (typed.length === 0) return true
    const own = words([game.title, ...game.tags].join(' '))
    return typed.every((word) => own.some((one) => one.startsWith(word)))
  })
}

function words(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('ё', 'е').normalize('NFD').replace(/\p{M}/gu, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
