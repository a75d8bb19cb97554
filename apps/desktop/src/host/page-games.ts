import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { guardPage } from '../core/game-page.ts'
import { gamePolicy } from '../core/policy.ts'
import type { PageGame, ShowPage } from '../core/ports.ts'

/** Html games, each served below a path of its own that nobody can guess, for as long as it is played. */
export interface PageGames {
  show: ShowPage
  /** Answers `/play/...`; false for any other path. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

export function createPageGames(origin: () => string): PageGames {
  const games = new Map<string, PageGame>()
  return {
    async show(game) {
      const key = randomBytes(16).toString('base64url')
      games.set(key, game)
      const { promise: over, resolve } = Promise.withResolvers<void>()
      const stop = (): void => {
        games.delete(key)
        resolve()
      }
      return { over, stop, page: `${origin()}/play/${key}/${encodePath(game.entry)}?lang=${game.language}` }
    },
    async serve(request, response) {
      const [, play, key = '', ...path] = new URL(request.url ?? '/', origin()).pathname.split('/')
      if (play !== 'play') return false
      const found = await games.get(key)?.read(decodePath(path))
      const file = found && guardPage(found)
      const policy = gamePolicy(`${origin()}/play/${key}/`, { sandboxed: true, type: file?.type ?? 'text/html' })
      response.setHeader('content-security-policy', policy)
      response.setHeader('referrer-policy', 'no-referrer')
      response.setHeader('x-content-type-options', 'nosniff')
      // Its origin is opaque, so its own fetches count as foreign ones.
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('cache-control', 'no-store')
      if (file) response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
      else response.writeHead(404).end()
      return true
    },
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function decodePath(parts: string[]): string {
  try {
    return parts.map(decodeURIComponent).join('/')
  } catch {
    return ''
  }
}
