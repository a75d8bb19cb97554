import { decodeManifest, MAX_MANIFEST_BYTES, type Manifest, type Survey, surveyFolder } from '@kettle/depot'
import { CliFailure } from '../failure.ts'
import { type LocalTree, listTree } from '../local-tree.ts'
import { bytes } from '../progress.ts'
import { requireSession } from '../session.ts'
import { type Store, storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'
import { connect } from '../upload.ts'
import { findWarnings, type Warning } from '../warnings.ts'
import { findGame } from './find-game.ts'

export type Platform = 'any' | 'windows' | 'linux' | 'macos'

export interface PreviewOptions {
  dir: string
  /** Without a game there is nothing to compare with. */
  game?: string
  platform: Platform
}

/** Says what a push would bring, and sends nothing. */
export async function preview(terminal: Terminal, { dir, game, platform }: PreviewOptions): Promise<void> {
  const tree = await listTree(dir)
  let old: OldBuild | null = null
  if (game) {
    const { server, token } = await requireSession(terminal.env)
    const store = storeClient(server, token)
    old = await latestBuild(store, (await findGame(store, game)).id, platform)
  }
  await describe(terminal, tree, old)
}

/** Prints what is new in a folder and what hurts; answers the warnings. */
export async function describe(terminal: Terminal, tree: LocalTree, old: OldBuild | null): Promise<Warning[]> {
  let done = 0
  const survey = await surveyFolder(tree.root, old?.manifest ?? null, {
    onBytes: (count) => {
      done += count
      terminal.status(`Looking at ${bytes(done)} of ${bytes(tree.size)}`)
    },
  })
  for (const line of summary(survey, old)) terminal.print(line)
  const warnings = await findWarnings(tree, old?.manifest.launch.map(({ path }) => path) ?? [])
  for (const { path, size } of survey.rewritten)
    warnings.push({
      kind: 'archive',
      path,
      says: `is new in all its ${bytes(size)}: packed or encrypted data updates badly`,
    })
  for (const { kind, path, says } of warnings)
    terminal.print(`  ${kind === 'secret' ? 'SECRET' : 'warning'}: ${path} ${says}`)
  return warnings
}

export interface OldBuild {
  version: string
  manifest: Manifest
}

/** The build that most players of a platform have: the one on stable, else on beta, else the newest. */
export async function latestBuild(store: Store, gameId: string, platform: Platform): Promise<OldBuild | null> {
  const builds = (await store.storage.builds.query({ gameId })).filter((build) => build.platform === platform)
  const on = (channel: string) => builds.find(({ channels }) => channels.includes(channel))
  const build = on('stable') ?? on('beta') ?? builds[0]
  if (!build) return null
  const { manifestSha256, ...ticket } = await store.storage.inspectBuild.mutate({ buildId: build.id })
  const line = await connect(ticket)
  try {
    const { size } = await line.stat('/manifest')
    if (size > MAX_MANIFEST_BYTES) throw new CliFailure(`The manifest of ${build.version} has ${size} bytes`)
    const manifest = decodeManifest((await line.get('/manifest')) as Buffer, manifestSha256)
    return { version: build.version, manifest }
  } finally {
    await line.end()
  }
}

const NAMES_SHOWN = 5

function summary({ files, installBytes, downloadBytes, newBytes }: Survey, old: OldBuild | null): string[] {
  const lines = [`${files.total} files, ${bytes(installBytes)}; a first install fetches about ${bytes(downloadBytes)}`]
  if (!old) return lines
  const { added, changed, removed } = files
  lines.push(`Against ${old.version}: ${added.length} new, ${changed.length} changed, ${removed.length} gone`)
  for (const [word, paths] of [
    ['new', added],
    ['changed', changed],
    ['gone', removed],
  ] as const) {
    for (const path of paths.slice(0, NAMES_SHOWN)) lines.push(`  ${word}: ${path}`)
    if (paths.length > NAMES_SHOWN) lines.push(`  ${word}: and ${paths.length - NAMES_SHOWN} more`)
  }
  lines.push(`Players of ${old.version} fetch at most about ${bytes(newBytes)}, by a patch mostly far less`)
  return lines
}
