import { BrowserWindow, protocol, session } from 'electron'
import { appScheme } from '../core/app-address.ts'
import { guardPage } from '../core/game-page.ts'
import { gamePolicy } from '../core/policy.ts'
import type { PageGame, ShowPage } from '../core/ports.ts'
import { lockDown } from './lock-down.ts'

export const gameScheme = 'kettle-game'

/** Shows an html game in a window of its own: no Node, no bridge, no network, storage apart from all other games. */
export const showGameWindow: ShowPage = async (game) => {
  const partition = session.fromPartition(`persist:game-${game.gameId}`)
  const home = `${gameScheme}://${game.gameId}`
  partition.protocol.handle(gameScheme, (request) => serve(game, home, request))
  partition.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !/^(kettle-game|data|blob|devtools):/u.test(details.url) })
  })
  // WebRTC, should a game come by it after all, goes by a proxy only, and there is none at this address.
  await partition.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9' })
  const window = new BrowserWindow({
    title: game.title,
    width: 1280,
    height: 800,
    backgroundColor: '#0b0d14',
    autoHideMenuBar: true,
    webPreferences: { session: partition, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  lockDown(window.webContents, home, () => false)
  const { promise: over, resolve } = Promise.withResolvers<void>()
  window.once('closed', () => {
    partition.protocol.unhandle(gameScheme)
    resolve()
  })
  await window.loadURL(`${home}/${game.entry.split('/').map(encodeURIComponent).join('/')}?lang=${game.language}`)
  return { over, stop: () => window.isDestroyed() || window.close(), page: null }
}

async function serve(game: PageGame, home: string, request: Request): Promise<Response> {
  const found = await game.read(decodeURIComponent(new URL(request.url).pathname.slice(1)))
  const file = found && guardPage(found)
  if (!file) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-security-policy': gamePolicy(home, { sandboxed: false, type: file.type }),
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Must be called before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges },
    { scheme: gameScheme, privileges },
  ])
}
