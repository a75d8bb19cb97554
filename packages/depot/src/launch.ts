import { z } from 'zod'
import { DepotError } from './errors.ts'

/** Where a launch entry runs. `any` is for html games, which run everywhere. */
export const launchPlatform = z.enum(['any', 'windows', 'linux', 'macos'])

/** One way to start a build. `path` is a file of the build; a native program gets `args`, never through a shell. */
export const launchEntry = z.strictObject({
  platform: launchPlatform,
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['native', 'html']),
  path: z.string().min(1),
  args: z.array(z.string().max(1000)).max(50),
})
export type LaunchEntry = z.infer<typeof launchEntry>

/** The largest such file that is read, in bytes. */
export const MAX_LAUNCH_BYTES = 1 << 20

/** The name of the optional file in a build's folder that says how to start it. It is not shipped. */
export const LAUNCH_FILE = 'kettle.json'

const launchFile = z.strictObject({
  launch: z
    .array(launchEntry.extend({ args: launchEntry.shape.args.default([]), platform: launchPlatform.default('any') }))
    .max(20),
})

/**
 * The launch entries of a folder: what its kettle.json says, else its index.html, else none.
 * @throws DepotError LAUNCH_INVALID with what is wrong and where.
 */
export function readLaunch(kettleJson: string | null, filePaths: ReadonlySet<string>): LaunchEntry[] {
  if (kettleJson === null) {
    return filePaths.has('index.html')
      ? [{ platform: 'any', name: 'Play', kind: 'html', path: 'index.html', args: [] }]
      : []
  }
  let value: unknown
  try {
    value = JSON.parse(kettleJson)
  } catch (cause) {
    throw new DepotError(
      'LAUNCH_INVALID',
      `${LAUNCH_FILE} is not JSON: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
  const parsed = launchFile.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new DepotError(
      'LAUNCH_INVALID',
      `${LAUNCH_FILE}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`,
    )
  }
  return checkLaunch(parsed.data.launch, filePaths)
}

/** Refuses entries that name no file of the build. */
export function checkLaunch(launch: LaunchEntry[], filePaths: ReadonlySet<string>): LaunchEntry[] {
  for (const { name, path } of launch) {
    if (!filePaths.has(path))
      throw new DepotError('LAUNCH_INVALID', `The launch entry "${name}" names "${path}", which is not in the build`)
  }
  return launch
}
