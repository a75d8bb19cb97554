import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { StartProgram } from './ports.ts'

const PATIENCE_MS = 5000
/** What a game needs of our environment to find screen, sound and home; nothing else of it is the game's business. */
const passedOn =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_.*|DBUS_SESSION_BUS_ADDRESS|PULSE_.*|PIPEWIRE_.*|SYSTEMROOT|SYSTEMDRIVE|WINDIR|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|USERPROFILE|USERNAME|COMSPEC|PATHEXT|NUMBER_OF_PROCESSORS)$/iu

/** Starts a file as a process in a folder; its arguments are never read by a shell. */
export const startProgram: StartProgram = async (file, args, cwd) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)))
  const child = spawn(file, args, { cwd, env, shell: false, stdio: 'ignore', windowsHide: false })
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
