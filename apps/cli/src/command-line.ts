import { parseArgs } from 'node:util'
import { misuse } from './failure.ts'

export const help = `kettle: push games to a Kettle store

  kettle login [--server URL] [--token TOKEN]
      Asks for e-mail and password, or takes them from KETTLE_EMAIL and KETTLE_PASSWORD.
  kettle preview DIR [--game SLUG] [--platform any|windows|linux|macos]
      Says what is new in a folder, how large updates will be, and what hurts. Sends nothing.
  kettle push DIR --game SLUG --platform any|windows|linux|macos --version 1.2.0 [--channel stable|beta]
              [--notes TEXT | --notes-file FILE] [--anyway]
      Sends a folder as a new build. With --channel its players get it right away. Broken off, it goes on where it was.
      Notes tell players what is new. What looks like passwords or keys is only
      sent with --anyway.
  kettle builds --game SLUG
      Lists the builds of a game and who gets them.
  kettle promote BUILD [--channel stable|beta]
      Gives a build to the players of a channel. An older one again is a roll-back.
  kettle remove BUILD
      Forgets a build that no channel gives out.
  kettle uploads
      Lists your uploads that are not yet builds.
  kettle cancel UPLOAD
      Gives an upload up.

A file kettle.json in the folder says how the game starts:
  { "launch": [{ "platform": "linux", "name": "Play", "kind": "native", "path": "bin/game", "args": [] }] }
`

const platforms = ['any', 'windows', 'linux', 'macos'] as const
const channels = ['stable', 'beta'] as const

export type Command =
  | { name: 'help' }
  | { name: 'login'; server?: string; token?: string }
  | {
      name: 'push'
      dir: string
      game: string
      platform: (typeof platforms)[number]
      version: string
      channel?: (typeof channels)[number]
      /** What is new, said here or in a file. */
      notes?: string
      notesFile?: string
      anyway: boolean
    }
  | { name: 'preview'; dir: string; game?: string; platform: (typeof platforms)[number] }
  | { name: 'remove'; buildId: string }
  | { name: 'builds'; game: string }
  | { name: 'uploads' }
  | { name: 'cancel'; uploadId: string }
  | { name: 'promote'; buildId: string; channel: (typeof channels)[number] }

/**
 * Reads a command line.
 * @throws CliFailure with exit code 2 and what is wrong with it.
 */
export function readCommandLine(args: string[]): Command {
  const { values, positionals } = parse(args)
  const [name, operand, ...more] = positionals
  if (values.help || name === undefined || name === 'help') return { name: 'help' }
  if (more.length > 0) throw misuse(`What is "${more[0]}" for?`)
  switch (name) {
    case 'login':
      return { name, server: values.server, token: values.token }
    case 'push':
      if (values.notes !== undefined && values['notes-file'] !== undefined)
        throw misuse('Say what is new by --notes or by --notes-file, not by both')
      return {
        name,
        dir: required(operand, 'Which folder?'),
        game: required(values.game, 'Which game? Say --game SLUG'),
        platform: oneOf(platforms, required(values.platform, 'For which platform? Say --platform'), '--platform'),
        version: required(values.version, 'Which version? Say --version 1.2.0'),
        channel: values.channel === undefined ? undefined : oneOf(channels, values.channel, '--channel'),
        notes: values.notes,
        notesFile: values['notes-file'],
        anyway: values.anyway ?? false,
      }
    case 'preview':
      return {
        name,
        dir: required(operand, 'Which folder?'),
        game: values.game,
        platform: oneOf(platforms, values.platform ?? 'any', '--platform'),
      }
    case 'remove':
      return { name, buildId: required(operand, 'Which build? "kettle builds" lists them') }
    case 'builds':
      return { name, game: required(values.game ?? operand, 'Which game? Say --game SLUG') }
    case 'uploads':
      if (operand !== undefined) throw misuse(`What is "${operand}" for?`)
      return { name }
    case 'cancel':
      return { name, uploadId: required(operand, 'Which upload? "kettle uploads" lists them') }
    case 'promote':
      return {
        name,
        buildId: required(operand, 'Which build? "kettle builds" lists them'),
        channel: oneOf(channels, values.channel ?? 'stable', '--channel'),
      }
    default:
      throw misuse(`There is no command "${name}"`)
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        anyway: { type: 'boolean' },
        server: text,
        token: text,
        game: text,
        platform: text,
        version: text,
        channel: text,
        notes: text,
        'notes-file': text,
      },
    })
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error))
  }
}

function required(value: string | undefined, question: string): string {
  if (!value) throw misuse(question)
  return value
}

function oneOf<const Choice extends string>(choices: readonly Choice[], value: string, option: string): Choice {
  const choice = choices.find((candidate) => candidate === value)
  if (!choice) throw misuse(`${option} is one of ${choices.join(', ')}, not "${value}"`)
  return choice
}
