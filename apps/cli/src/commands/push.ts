import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type FinishedUpload, NOTES_MAX, notesSchema, type SftpTicket } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import { oneLine } from '../clean-text.ts'
import { CliFailure } from '../failure.ts'
import { type LocalTree, listTree } from '../local-tree.ts'
import { bytes, transferLine } from '../progress.ts'
import { requireSession } from '../session.ts'
import { type Store, storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'
import { uploadTree } from '../upload.ts'
import {
  forgetUploadState,
  type PushKey,
  readUploadState,
  type UploadState,
  writeUploadState,
} from '../upload-state.ts'
import { findGame } from './find-game.ts'
import { describe, latestBuild, type Platform } from './preview.ts'

export interface PushOptions {
  dir: string
  game: string
  platform: Platform
  version: string
  /** Gives it to this channel's players right away. */
  channel?: 'stable' | 'beta'
  /** What is new in it, said here or in a file. */
  notes?: string
  notesFile?: string
  /** Sends it though it seems to hold secrets. */
  anyway: boolean
}

const STATE_MS = 200
/** A store that can't be reached while it makes the build is asked again, for a while. */
const FINISH_TRIES = 30
const ASK_MS = 500

/** Pushes a folder as a new build of a game of one's own. Broken off, the same push goes on where it was. */
export async function push(terminal: Terminal, options: PushOptions): Promise<void> {
  const { dir, game: slug, platform, version, channel, anyway } = options
  // Before anything is sent.
  const notes = await readNotes(options)
  const { server, token } = await requireSession(terminal.env)
  const store = storeClient(server, token)
  const tree = await listTree(dir)
  const game = await findGame(store, slug)
  const warnings = await describe(terminal, tree, await latestBuild(store, game.id, platform))
  if (!anyway && warnings.some(({ kind }) => kind === 'secret'))
    throw new CliFailure('Nothing was sent: players would get those secrets. Remove them, or say --anyway.')

  const key: PushKey = { server, gameId: game.id, platform, version, dir: resolve(dir) }
  const { state, ticket, resumed } = await begin(store, terminal, key, notes)
  // Without a ticket all was sent before, and the store is making a build of it.
  if (ticket)
    await send(terminal, tree, key, state, async () => ticket.next() ?? store.storage.resumeUpload.mutate(state))

  const { buildId, stats, updates } = await finish(store, terminal, state.uploadId)
  // An upload that was broken off was begun with what was said then.
  if (resumed && notes !== undefined) await store.storage.saveNotes.mutate({ buildId, notes })
  await forgetUploadState(terminal.env, key)
  terminal.print(`Build ${buildId}: ${slug} ${version} for ${platform}`)
  terminal.print(
    `  ${stats.fileCount} files, ${bytes(stats.installBytes)} installed, ${bytes(stats.downloadBytes)} to download, ${bytes(stats.newBytes)} new to the store`,
  )
  for (const { fromVersion, bytes: size } of updates) terminal.print(`  update from ${fromVersion}: ${bytes(size)}`)
  if (channel) {
    await store.storage.promote.mutate({ buildId, channel })
    terminal.print(`Players of the ${channel} channel get it from now on`)
  } else {
    terminal.print(`No player gets it yet. Run: kettle promote ${buildId} --channel stable`)
  }
}

/** What players shall read of it, as the store will keep it; undefined when nothing was said. */
async function readNotes({ notes, notesFile }: PushOptions): Promise<string | undefined> {
  const said =
    notesFile === undefined
      ? notes
      : await readFile(notesFile, 'utf8').catch((cause: unknown) => {
          throw new CliFailure(
            `The notes in ${notesFile} can't be read: ${cause instanceof Error ? cause.message : cause}`,
          )
        })
  if (said === undefined) return undefined
  const read = notesSchema.safeParse(said)
  if (!read.success) throw new CliFailure(`The notes are longer than ${NOTES_MAX} characters`)
  return read.data
}

/** Takes up an upload that was broken off, or begins one. The first ticket is good once. */
async function begin(
  store: Store,
  terminal: Terminal,
  key: PushKey,
  notes: string | undefined,
): Promise<{ state: UploadState; ticket: { next: () => SftpTicket | undefined } | null; resumed: boolean }> {
  const once = (ticket: SftpTicket) => {
    let left: SftpTicket | undefined = ticket
    return {
      next: () => {
        const given = left
        left = undefined
        return given
      },
    }
  }
  const known = await readUploadState(terminal.env, key)
  if (known) {
    try {
      const ticket = await store.storage.resumeUpload.mutate({ uploadId: known.uploadId })
      terminal.print('Going on with the upload that was broken off')
      return { state: known, ticket: once(ticket), resumed: true }
    } catch (error) {
      if (!(error instanceof TRPCClientError && error.data)) throw error
      if (error.data.reason === 'UPLOAD_CLOSED') {
        const { state } = await store.storage.upload.query({ uploadId: known.uploadId })
        if (state === 'waiting' || state === 'ingesting') return { state: known, ticket: null, resumed: true }
      }
      // It is over: given up, finished, or of another account.
    }
  }
  const { gameId, version } = key
  const platform = key.platform as Platform
  const { uploadId, ...ticket } = await store.storage.createUpload.mutate({ gameId, platform, version, notes })
  return { state: { uploadId, files: {} }, ticket: once(ticket), resumed: false }
}

async function send(
  terminal: Terminal,
  tree: LocalTree,
  key: PushKey,
  state: UploadState,
  ticket: () => Promise<SftpTicket>,
): Promise<void> {
  const sent = Object.values(state.files).reduce((sum, file) => sum + file.sent, 0)
  const transfer = transferLine(tree.size, performance.now.bind(performance))
  const began = performance.now()
  let saved = 0
  let saving: Promise<void> = Promise.resolve()
  const save = (): void => {
    saved = performance.now()
    saving = saving.then(() => writeUploadState(terminal.env, key, state)).catch(() => {})
  }
  let count = 0
  transfer.add(Math.min(sent, tree.size))
  const show = setInterval(() => terminal.status(transfer.line()), 200)
  try {
    save()
    await uploadTree(tree, {
      ticket,
      state,
      onBytes: (piece) => {
        count += piece
        transfer.add(piece)
      },
      onLost: (why) => terminal.print(`The line was lost (${why}); going on`),
      onState: () => performance.now() - saved > STATE_MS && save(),
    })
  } finally {
    clearInterval(show)
    save()
    await saving
  }
  const seconds = (performance.now() - began) / 1000
  terminal.print(`Sent ${bytes(count)} of ${tree.files.length} files, ${bytes(tree.size)}, in ${seconds.toFixed(1)} s`)
}

/** Ends the upload, and waits until the store has made a build of it. */
async function finish(store: Store, terminal: Terminal, uploadId: string): Promise<FinishedUpload> {
  for (let failed = 0; ; await wait(ASK_MS)) {
    try {
      const { state, build, failure, bytesDone, bytesTotal } = await store.storage.finishUpload.mutate({ uploadId })
      failed = 0
      if (build) return build
      if (failure) throw new CliFailure(`No build was made: ${oneLine(failure.message)}`)
      if (state === 'waiting') terminal.status('The upload waits for its turn...')
      else if (bytesDone < bytesTotal)
        terminal.status(`The store reads it: ${bytes(bytesDone)} of ${bytes(bytesTotal)}`)
      else terminal.status('The store cuts it into chunks and makes patches...')
    } catch (error) {
      if (!(error instanceof TRPCClientError) || error.data || ++failed === FINISH_TRIES) throw error
    }
  }
}
