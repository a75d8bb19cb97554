import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { StartProgram } from './ports.ts'

const PATIENCE_MS = 5000
/** What a game needs of our environment to find screen, sound and home; nothing else of it is the game's business. */
const passedOn =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_.*|DBUS_SESSION_BUS_ADDRESS|PULSE_.*|PIPEWIRE_.*|SYSTEMROOT|SYSTEMDRIVE|WINDIR|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|USERPROFILE|USERNAME|COMSPEC|PATHEXT|NUMBER_OF_PROCESSORS)$/iu

/** What cmd.exe reads as plain text between quotes. */
const plain = /^[\p{L}\p{M}\p{N} _.:/\\+=,@~()[\]'-]+$/u

/** How a file is started: itself, or by what its kind needs. */
export interface Command {
  file: string
  args: readonly string[]
  /** The arguments are a command line already (Windows). */
  verbatim: boolean
}

/**
 * The command for a program of a game. A batch file of Windows runs by its command interpreter alone, whose reading of a line no
 * quoting tames (CVE-2024-27980): so only what it reads as plain text may stand there.
 * @throws Error when something else does
 */
export function commandFor(
  platform: NodeJS.Platform,
  file: string,
  args: readonly string[],
  interpreter = 'cmd.exe',
): Command {
  if (platform !== 'win32' || !/\.(cmd|bat)$/iu.test(file)) return { file, args, verbatim: false }
  const strange = [file, ...args].find((word) => !plain.test(word))
  if (strange !== undefined) throw new Error(`a batch file can't be started with ${JSON.stringify(strange)}`)
  const line = [file, ...args].map((word) => `"${word}"`).join(' ')
  return { file: interpreter, args: ['/d', '/s', '/c', `"${line}"`], verbatim: true }
}

/** Starts a file as a process in a folder; its arguments are never read by a shell. */
export const startProgram: StartProgram = async (file, args, cwd) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)))
  const command = commandFor(process.platform, file, args, process.env.ComSpec)
  const child = spawn(command.file, command.args, {
    ...{ cwd, env, shell: false, stdio: 'ignore', windowsHide: false },
    windowsVerbatimArguments: command.verbatim,
  })
  await once(child, 'spawn')
  const over = once(child, 'exit').then(() => {})
  return {
    over,
    stop() {
      child.kill()
      const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      void over.finally(() => clearTimeout(insist))
    },
  }
}
