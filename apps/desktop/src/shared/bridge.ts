import { noticeKinds, type StreamEvent } from '@kettle/api/client'
import { z } from 'zod'
import type { ConversationView, PeopleSettings, PeopleView, ThreadsView } from './people.ts'
import type {
  ChangelogView,
  Failure,
  InstallView,
  LibraryView,
  LinkView,
  NoticeView,
  PlayingView,
  SessionView,
  SettingsView,
  UpdateView,
} from './views.ts'

const nothing = z.undefined()
/** The address of a store: its origin. */
const server = z
  .string()
  .max(300)
  .refine((text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''), 'SERVER_INVALID')
  .transform((text) => new URL(text).origin)
const email = z.string().max(320)
const game = z.object({ gameId: z.uuid() })
const person = z.object({ userId: z.uuid() })
const audience = z.enum(['everyone', 'friends', 'nobody'])

/** Bytes per second. Below it a download does nothing but wait. */
const LEAST_SPEED_LIMIT = 10_000

/**
 * Everything that the renderer may ask of the launcher, with what it must bring. The renderer is not trusted: whoever
 * carries a request checks it by these. What comes back stands in `Answers`.
 */
export const requests = {
  snapshot: nothing,
  /** `code` of the second step, where the account has one. */
  login: z.object({ server, email, password: z.string().max(1000), code: z.string().max(100).optional() }),
  /** Ends a registration by the code that was mailed, and logs in. */
  confirmEmail: z.object({ server, email, code: z.string().max(100), password: z.string().max(1000).optional() }),
  /** Has another code mailed. */
  resendCode: z.object({ server, email }),
  /** The first words are said: which store it is. */
  finishWelcome: z.object({ server }),
  /** How much fits into the games' folder. */
  freeSpace: nothing,
  logout: nothing,
  refreshLibrary: nothing,
  /** The language of the store's texts. */
  setLanguage: z.object({ language: z.enum(['en', 'ru']) }),
  install: game,
  /** Stops a download; what has arrived stays and `install` goes on from there. */
  cancelInstall: game,
  /** Gives a download up: a game that was whole before stays playable, of any other nothing stays. */
  discardInstall: game,
  /** Moves a waiting download to a place in the queue; the one at work is at 0 and stays there. */
  moveInstall: game.extend({ to: z.int().min(1) }),
  /** Stops every download; `resumeAll` goes on with all that stand still. */
  pauseAll: nothing,
  resumeAll: nothing,
  verify: game,
  /** What is new in a game: what is kept here at once; the store's answer follows as an event. */
  changelog: game,
  uninstall: game,
  /** Changes what is named, at once and for good. */
  changeSettings: z
    .object({
      gamesFolder: z.string().max(1000),
      /** Bytes per second; null for none. */
      speedLimit: z.int().min(LEAST_SPEED_LIMIT).nullable(),
      language: z.enum(['en', 'ru']),
      channel: z.enum(['stable', 'beta']),
      startWithSystem: z.boolean(),
      closeToTray: z.boolean(),
      notifyInstalled: z.boolean(),
      notifyUpdates: z.boolean(),
      notifyFailures: z.boolean(),
    })
    .partial(),
  /** A link from outside, `kettle://install/<id>`, for a shell that can't take it itself. What is no link is dropped. */
  openLink: z.object({ link: z.string().max(200) }),
  /** The player has seen to the link. */
  dismissLink: nothing,
  /** Looks for a new version of the launcher itself; restarts into the one that is ready. */
  lookForUpdate: nothing,
  installUpdate: nothing,
  /** Lets the player pick a folder in a window of the system's. */
  chooseFolder: nothing,
  play: game.extend({ language: z.enum(['en', 'ru']) }),
  stopPlaying: nothing,

  /** Asks the store for what stands in `storeQueries` and `storeMutations`; the input is checked by those. */
  askStore: z.object({ path: z.string().max(60), input: z.unknown().optional() }),

  /** Reads friends, requests and conversations anew. */
  refreshPeople: nothing,
  /** Asks somebody to be friends; who has asked already is accepted by it. */
  requestFriend: person,
  respondToRequest: person.extend({ accept: z.boolean() }),
  /** Ends a friendship, or withdraws a request of one's own. */
  removeFriend: person,
  block: person,
  unblock: person,
  peopleSettings: nothing,
  savePeopleSettings: z
    .object({
      showsPlaying: audience,
      showsPurchases: audience,
      showsLibrary: audience,
      appearsOffline: z.boolean(),
      notices: z.partialRecord(z.enum(noticeKinds), z.boolean()),
    })
    .partial(),
  renewFriendCode: nothing,
  /** More conversations, of earlier. */
  moreThreads: nothing,
  /** What is known of a conversation at once; the store's answer, and whatever changes, follows as events. */
  openConversation: person,
  olderMessages: person,
  /** Kept until the store has it, also over a restart. */
  sendMessage: person.extend({ text: z.string().trim().min(1).max(8000) }),
  /** Sends one again that has failed, under the same id. */
  retryMessage: z.object({ clientId: z.string().max(64) }),
  discardMessage: z.object({ clientId: z.string().max(64) }),
  sayTyping: person,
  /** The player has seen all up to this message. */
  readConversation: person.extend({ seq: z.int().min(1) }),
  /** Which conversation is before somebody's eyes; of that one nothing is announced. */
  lookAt: z.object({ userId: z.uuid().nullable() }),
  /** Somebody is at the screen. Only asked where the system can't tell. */
  attended: nothing,
  /** Opens an address in the system's browser. */
  openOutside: z.object({
    address: z.url({ protocol: /^https?$/u }).max(2000),
  }),
}

export type RequestName = keyof typeof requests
export type Input<Name extends RequestName> = z.infer<(typeof requests)[Name]>

export interface Answers {
  snapshot: Snapshot
  login: undefined
  confirmEmail: undefined
  resendCode: undefined
  finishWelcome: undefined
  /** Null where the system doesn't tell. */
  freeSpace: { bytes: number | null }
  logout: undefined
  refreshLibrary: undefined
  setLanguage: undefined
  install: undefined
  cancelInstall: undefined
  discardInstall: undefined
  moveInstall: undefined
  pauseAll: undefined
  resumeAll: undefined
  /** When all files were compared: whether each is as it was installed. */
  verify: { whole: boolean }
  changelog: ChangelogView
  uninstall: undefined
  changeSettings: undefined
  lookForUpdate: undefined
  installUpdate: undefined
  openLink: undefined
  dismissLink: undefined
  /** Null when the player picked none. */
  chooseFolder: { folder: string | null }
  play: undefined
  stopPlaying: undefined
  /** `StoreAnswer` of the path. */
  askStore: unknown
  refreshPeople: undefined
  requestFriend: undefined
  respondToRequest: undefined
  removeFriend: undefined
  block: undefined
  unblock: undefined
  peopleSettings: PeopleSettings
  savePeopleSettings: PeopleSettings
  renewFriendCode: PeopleSettings
  moreThreads: undefined
  openConversation: ConversationView
  olderMessages: undefined
  sendMessage: undefined
  retryMessage: undefined
  discardMessage: undefined
  sayTyping: undefined
  readConversation: undefined
  lookAt: undefined
  attended: undefined
  openOutside: undefined
}

/** What the launcher tells by itself, always the whole of it. */
export interface Events {
  session: SessionView
  library: LibraryView
  install: InstallView
  /** Games by id: the one at work first, then those that wait, in their order. */
  queue: string[]
  settings: SettingsView
  playing: PlayingView | null
  link: LinkView | null
  update: UpdateView
  changelog: ChangelogView
  notice: NoticeView
  people: PeopleView
  threads: ThreadsView
  conversation: ConversationView
  /** Something was heard from the store: whoever shows what hangs on it may ask anew. */
  heard: { kind: StreamEvent['kind'] }
}

/** Everything on screen, for a renderer that has just started. */
export interface Snapshot {
  session: SessionView
  library: LibraryView
  installs: InstallView[]
  queue: string[]
  settings: SettingsView
  playing: PlayingView | null
  link: LinkView | null
  update: UpdateView
  people: PeopleView
  threads: ThreadsView
}

export type Answer<Name extends RequestName> = { ok: true; value: Answers[Name] } | { ok: false; failure: Failure }

/** What the renderer holds: carried by Electron's IPC, or by a WebSocket when it lives in a browser. */
export interface Bridge {
  request<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answer<Name>>
  /** Listens until the function it returns is called. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void
}

/** The launcher's side of the bridge: it gets checked input, and throws `BridgeError` to fail. */
export type Handlers = { [Name in RequestName]: (input: Input<Name>) => Promise<Answers[Name]> }

/** A failure with a reason that the renderer has words for. */
export class BridgeError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options)
    this.name = 'BridgeError'
    this.failure = failure
  }
}

/** Takes a request from outside: checks name and input, calls the handler, turns what it throws into an answer. Never rejects. */
export async function answer(handlers: Handlers, name: unknown, input: unknown): Promise<Answer<RequestName>> {
  try {
    if (typeof name !== 'string' || !Object.hasOwn(requests, name)) throw refused(`no request ${String(name)}`)
    const known = name as RequestName
    const parsed = requests[known].safeParse(input ?? undefined)
    if (!parsed.success) throw refused(parsed.error.issues[0]?.message ?? 'unreadable input')
    const handler = handlers[known] as (input: unknown) => Promise<Answers[RequestName]>
    return { ok: true, value: await handler(parsed.data) }
  } catch (error) {
    if (error instanceof BridgeError) return { ok: false, failure: error.failure }
    return {
      ok: false,
      failure: { reason: 'INTERNAL', message: error instanceof Error ? error.message : String(error) },
    }
  }
}

function refused(message: string): BridgeError {
  return new BridgeError({ reason: 'INVALID_INPUT', message })
}
