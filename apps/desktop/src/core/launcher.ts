import { BridgeError, type Events, type Handlers, type Snapshot } from '../shared/bridge.ts'
import type { LibraryGame } from '../shared/views.ts'
import { createChangelogs } from './changelogs.ts'
import { parseDeepLink } from './deep-link.ts'
import { createDownloads } from './downloads.ts'
import { fail, failureOf } from './failure.ts'
import { freeSpace } from './free-space.ts'
import { createLibrary } from './library.ts'
import { createLinks } from './links.ts'
import { createNotices } from './notices.ts'
import { createPeople } from './people/people.ts'
import { createPictures, type Picture } from './pictures.ts'
import { createPlay } from './play.ts'
import type {
  Channel,
  Clock,
  Installer,
  Load,
  OpenStore,
  Places,
  Platform,
  SecretStore,
  Shell,
  ShowPage,
  StartProgram,
} from './ports.ts'
import { createSelfUpdate } from './self-update.ts'
import { createSession } from './session.ts'
import { createSettings } from './settings.ts'
import { createStoreRequests } from './store-requests.ts'
import type { Traffic } from './traffic.ts'

/** What a launcher is made of. */
export interface LauncherDeps {
  places: Places
  platform: Platform
  defaultServer: string
  clock: Clock
  /** Between 0 and 1. */
  random: () => number
  secrets: SecretStore
  openStore: OpenStore
  installer: Installer
  traffic: Traffic
  load: () => Load
  startProgram: StartProgram
  showPage: ShowPage
  shell: Shell
  /** The language that stores answer in from now on. */
  setLanguage: (language: string) => void
}

type Listener = <Name extends keyof Events>(name: Name, event: Events[Name]) => void

/** The whole launcher without a screen. */
export interface Launcher {
  handlers: Handlers
  /** Hears everything that it tells, until the function it returns is called. */
  listen(listener: Listener): () => void
  /** Everything on screen, as of now. */
  snapshot(): Snapshot
  /** Takes a link from outside; what is none is dropped. */
  openLink(text: string): void
  /** The address of the store of the moment. */
  server(): string
  /** The cover of a game in the library by its id, or a person's picture by `people/` and theirs. */
  picture(name: string): Promise<Picture | null>
  /** Ends the running game and the downloads; they go on with the next start. */
  close(): Promise<void>
}

/** Starts a launcher: what is known on this computer at once, the store in the background. */
export async function startLauncher(deps: LauncherDeps): Promise<Launcher> {
  const listeners = new Set<Listener>()
  const tell: Listener = (name, event) => {
    for (const listener of listeners) listener(name, event)
  }
  const notices = createNotices({
    wanted: () => settings.view(),
    installed: (gameId) => downloads.views().find((view) => view.gameId === gameId),
    tell: (notice) => tell('notice', notice),
  })
  let known: string | undefined
  const session = createSession({
    ...deps,
    changed() {
      if (session.account()?.user.id !== known) notices.forget()
      known = session.account()?.user.id
      tell('session', session.view())
      void people.follow()
    },
  })
  const apply = (): void => {
    const { speedLimit, language } = settings.view()
    deps.traffic.limit(speedLimit)
    if (language) deps.setLanguage(language)
  }
  const settings = createSettings({ ...deps, changed: () => tell('settings', settings.view()) })
  const library = createLibrary({
    ...{ ...deps, session },
    channel: () => settings.view().channel,
    changed() {
      tell('library', library.view())
      notices.library(library.view())
    },
  })
  const channelOf = (gameId: string): Channel => library.game(gameId)?.build?.channel ?? 'stable'
  const changelogs = createChangelogs({ ...deps, session, channelOf, told: (view) => tell('changelog', view) })
  const downloads = createDownloads({
    ...{ ...deps, session, channelOf },
    gamesFolder: settings.gamesFolder,
    changed(view) {
      tell('install', view)
      notices.install(view)
    },
    queueChanged: (queue) => tell('queue', queue),
  })
  const play = createPlay({
    ...{ ...deps, session },
    changed: () => tell('playing', play.view()),
    played: () => void library.refresh(),
  })
  const update = createSelfUpdate({
    ...{ clock: deps.clock, updater: deps.shell.updater },
    changed: () => tell('update', update.view()),
  })
  const people = createPeople({ ...deps, session, tell, notify: (notice) => tell('notice', notice) })
  const links = createLinks({ session, library, changed: () => tell('link', links.view()) })
  const openLink = (text: string): void => {
    const link = parseDeepLink(text)
    if (link) void links.open(link)
  }
  const pictures = createPictures({ ...deps, session, library })

  const owned = (gameId: string): LibraryGame => {
    const game = library.game(gameId)
    if (!game) throw fail('NOT_OWNED', 'This game is not in the library')
    return game
  }
  const notPlaying = (gameId: string): void => {
    if (play.view()?.gameId === gameId) throw fail('ALREADY_PLAYING', 'The game is running')
  }
  const entered = async (): Promise<void> => {
    await library.open()
    void library.refresh()
    void links.look()
    downloads.resume()
  }
  const snapshot = (): Snapshot => ({
    session: session.view(),
    library: library.view(),
    installs: downloads.views(),
    queue: downloads.queue(),
    settings: settings.view(),
    playing: play.view(),
    link: links.view(),
    update: update.view(),
    people: people.view(),
    threads: people.threads(),
  })
  const handlers: Handlers = {
    snapshot: async () => snapshot(),
    async login(input) {
      await session.login(input)
      await entered()
    },
    async confirmEmail(input) {
      await session.confirmEmail(input)
      await entered()
    },
    resendCode: (input) => session.resendCode(input).then(() => undefined),
    async finishWelcome({ server }) {
      await session.chooseServer(server)
      await settings.welcome()
    },
    freeSpace: async () => ({ bytes: await freeSpace(settings.gamesFolder()) }),
    async logout() {
      await play.stop()
      links.dismiss()
      await session.logout()
      // What others wrote is off the disk once this is answered.
      await people.follow()
      await library.open()
    },
    refreshLibrary: () => library.refresh().then(() => undefined),
    async install({ gameId }) {
      notPlaying(gameId)
      const game = owned(gameId)
      if (!game.build) throw fail('BUILD_NOT_READY', 'There is no build for this computer')
      downloads.install(game)
    },
    cancelInstall: ({ gameId }) => downloads.cancel(gameId).then(() => undefined),
    discardInstall: ({ gameId }) => downloads.discard(gameId).then(() => undefined),
    pauseAll: () => downloads.pauseAll().then(() => undefined),
    async resumeAll() {
      for (const gameId of downloads.stopped()) {
        const game = library.game(gameId)
        if (game?.build) downloads.install(game)
      }
    },
    async moveInstall({ gameId, to }) {
      downloads.move(gameId, to)
    },
    async setLanguage({ language }) {
      deps.setLanguage(language)
      if (!session.account()) return
      // Titles of what friends play are in the store's language too.
      void people.refresh()
      await library.refresh()
    },
    async changeSettings(change) {
      await settings.change(change)
      apply()
      // What the store says is in its language, and which build is the newest hangs on the channel.
      if (change.channel) tell('library', library.view())
      if (change.language && session.account()) void library.refresh()
      if (change.language) void people.refresh()
    },
    lookForUpdate: () => update.look().then(() => undefined),
    async installUpdate() {
      const running = play.view()
      if (running) notPlaying(running.gameId)
      update.install()
    },
    async openLink({ link }) {
      openLink(link)
    },
    async dismissLink() {
      links.dismiss()
    },
    async chooseFolder() {
      if (!deps.shell.chooseFolder) throw fail('NOT_POSSIBLE_HERE', 'This shell has no window for folders')
      return { folder: await deps.shell.chooseFolder(settings.gamesFolder()) }
    },
    verify: async ({ gameId }) => ({ whole: await downloads.verify(gameId) }),
    changelog: ({ gameId }) => changelogs.ask(owned(gameId).id),
    async uninstall({ gameId }) {
      notPlaying(gameId)
      await downloads.uninstall(gameId)
    },
    async play({ gameId, language }) {
      const game = owned(gameId)
      const install = downloads.ready(gameId)
      if (!install) throw fail('NOT_INSTALLED', 'The game is not ready to be played')
      await play.start(game, install, language)
    },
    stopPlaying: () => play.stop().then(() => undefined),
    async openOutside({ address }) {
      if (!deps.shell.openOutside) throw fail('NOT_POSSIBLE_HERE', 'This shell opens no addresses')
      await deps.shell.openOutside(address)
    },
    askStore: createStoreRequests(session),
    ...people.handlers,
  }

  update.start()
  await settings.start()
  apply()
  await session.start()
  await downloads.start()
  await library.open()
  await people.follow()
  if (session.account()) {
    void session.check().then(() => library.refresh())
    downloads.resume()
  }
  return {
    handlers: withReasons(handlers),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot,
    openLink,
    server: () => session.view().server,
    picture: pictures,
    async close() {
      update.close()
      await people.close()
      await play.stop()
      await downloads.close()
      listeners.clear()
    },
  }
}

/** Whatever a handler throws leaves with a reason that the screen has words for. */
function withReasons(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never): Promise<unknown> => {
      try {
        return await handler(input)
      } catch (error) {
        throw error instanceof BridgeError ? error : new BridgeError(failureOf(error), { cause: error })
      }
    },
  ])
  return Object.fromEntries(wrapped) as Handlers
}
