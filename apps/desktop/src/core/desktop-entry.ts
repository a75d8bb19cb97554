/**
 * What makes a Linux desktop start the launcher with the session (XDG autostart). `program` may be any path.
 * @see https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html for the quoting
 */
export function autostartEntry(program: string, args: readonly string[]): string {
  const exec = [program, ...args].map(quoted).join(' ')
  return `[Desktop Entry]\nType=Application\nName=Kettle\nExec=${exec}\nX-GNOME-Autostart-enabled=true\n`
}

function quoted(word: string): string {
  // Once for the shell-like quoting of Exec, once for the escapes of any text in such a file.
  const inQuotes = `"${word.replace(/["`$\\]/gu, '\\$&').replaceAll('%', '%%')}"`
  return inQuotes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}
